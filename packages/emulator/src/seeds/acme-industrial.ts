import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'
import type { SeedUser } from './seed.ts'

/** The Organization row of the company whose CRM the seeds hold. */
export const acmeIndustrial: Row = {
  Id: salesforceId(keyPrefix.Organization, 4_711_042),
  Name: 'Acme Industrial',
  OrganizationType: 'Enterprise Edition',
  IsSandbox: false,
  TrialExpirationDate: null,
  NamespacePrefix: null,
  InstanceName: 'USA66',
  PrimaryContact: 'Dana Okoye',
  Street: '1 Foundry Lane',
  City: 'Cleveland',
  State: 'OH',
  PostalCode: '44113',
  Country: 'US',
  Phone: '(216) 555-0100',
  DefaultLocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  TimeZoneSidKey: 'America/New_York',
  ReceivesInfoEmails: true,
  ReceivesAdminInfoEmails: true,
  PreferencesConsentManagementEnabled: true,
  PreferencesLightningLoginEnabled: true,
  FiscalYearStartMonth: 1,
  DefaultAccountAccess: 'Edit',
  DefaultContactAccess: 'ControlledByParent',
  DefaultOpportunityAccess: 'Edit',
  DefaultLeadAccess: 'ReadEditTransfer',
  DefaultCaseAccess: 'ReadEditTransfer',
  DefaultCalendarAccess: 'HideDetailsInsert',
  DefaultPricebookAccess: 'ReadSelect',
  DefaultCampaignAccess: 'All',
  UiSkin: 'Theme3',
  SignupCountryIsoCode: 'US',
  NumKnowledgeService: 2,
  WebToCaseDefaultOrigin: 'Web',
  MonthlyPageViewsUsed: 0,
  MonthlyPageViewsEntitlement: 0,
  IsReadOnly: false,
  IsDeleted: false,
  CreatedDate: '2014-02-03T16:20:04.000Z',
  CreatedById: salesforceId(keyPrefix.User, 0),
  LastModifiedDate: '2026-01-12T14:05:31.000Z',
  LastModifiedById: salesforceId(keyPrefix.User, 0),
  SystemModstamp: '2026-01-12T14:05:31.000Z',
}

/** Its users. The first one is the administrator; people who left still own records. */
export const acmeUsers: readonly SeedUser[] = [
  user(0, 'Dana', 'Okoye', 'Salesforce Administrator', 'System Administrator'),
  user(1, 'Marcus', 'Lindqvist', 'Account Executive'),
  user(2, 'Priya', 'Raman', 'Account Executive'),
  user(3, 'Tom', 'Becker', 'Sales Manager'),
  user(4, 'Lucía', 'Fernández', 'Inside Sales'),
  left(user(5, 'Gregory', 'Walsh', 'Account Executive')),
  left(user(6, 'Yuki', 'Tanaka', 'Sales Operations')),
]

function user(
  number: number,
  first: string,
  last: string,
  title: string,
  profile: SeedUser['profile'] = 'Standard User',
): SeedUser {
  const address = `${plainLetters(first)}@acme-industrial.example`
  return {
    profile,
    row: {
      Id: salesforceId(keyPrefix.User, number),
      Username: address,
      Email: address,
      FirstName: first,
      LastName: last,
      Alias: plainLetters(first.slice(0, 1) + last).slice(0, 8),
      CommunityNickname: plainLetters(first + last),
      Title: title,
      CompanyName: 'Acme Industrial',
      IsActive: true,
      UserType: 'Standard',
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      IsDeleted: false,
      CreatedDate: '2014-02-03T16:20:06.000Z',
      LastModifiedDate: '2025-11-20T09:41:00.000Z',
      SystemModstamp: '2025-11-20T09:41:00.000Z',
    },
  }
}

function left({ profile, row }: SeedUser): SeedUser {
  return { profile, row: { ...row, IsActive: false } }
}

function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}
