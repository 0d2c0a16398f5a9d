import { editions } from '../edition.ts'
import { auditFields, phone } from './common-fields.ts'
import { field, idField, picklist, text, type Field } from './field.ts'
import { settingObject } from './object-type.ts'
import { geocodeAccuracies } from './picklists.ts'

const partOfAddress = { compoundFieldName: 'Address' }

export const organization = settingObject({
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  updateable: true,
  fields: [
    idField('Organization'),
    text('Name', 80, 'UIFSG', { nameField: true }),
    text('Division', 80, 'UNFSG'),
    field('Street', 'textarea', 'UNFSG', { length: 255, extraTypeInfo: 'plaintextarea', ...partOfAddress }),
    text('City', 40, 'UNFSG', partOfAddress),
    text('State', 80, 'UNFSG', { label: 'State/Province', ...partOfAddress }),
    text('PostalCode', 20, 'UNFSG', { label: 'Zip/Postal Code', ...partOfAddress }),
    text('Country', 80, 'UNFSG', partOfAddress),
    field('Latitude', 'double', 'UNFS', { precision: 18, scale: 15, ...partOfAddress }),
    field('Longitude', 'double', 'UNFS', { precision: 18, scale: 15, ...partOfAddress }),
    picklist('GeocodeAccuracy', geocodeAccuracies, 'UNRFSG', { length: 40, ...partOfAddress }),
    field('Address', 'address', 'NF'),
    phone('Phone', 'UNFSG'),
    phone('Fax', 'UNFSG'),
    text('PrimaryContact', 80, 'UNFSG'),
    picklist('DefaultLocaleSidKey', ['en_US'], 'URFSG', { length: 40, label: 'Locale' }),
    picklist('TimeZoneSidKey', ['America/Los_Angeles', 'America/New_York', 'Europe/London'], 'URFSG', {
      length: 40,
      label: 'Time Zone',
    }),
    picklist('LanguageLocaleKey', ['en_US'], 'URFSG', { length: 40, label: 'Language' }),
    field('ReceivesInfoEmails', 'boolean', 'UDFSG', { label: 'Info Emails' }),
    field('ReceivesAdminInfoEmails', 'boolean', 'UDFSG', { label: 'Info Emails Admin' }),
    ...preferences([
      'RequireOpportunityProducts',
      'TransactionSecurityPolicy',
      'TerminateOldestSession',
      'ConsentManagementEnabled',
      'AutoSelectIndividualOnMerge',
      'LightningLoginEnabled',
      'OnlyLLPermUserAllowed',
    ]),
    field('FiscalYearStartMonth', 'int', 'FSG', { digits: 9 }),
    field('UsesStartDateAsFiscalYearName', 'boolean', 'DFSG', { label: 'Fiscal Year Name by Start' }),
    ...['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Calendar', 'Pricebook', 'Campaign'].map(defaultAccess),
    text('DelegatedAuthenticationServiceUrl', 255, 'N'),
    field('SystemModstamp', 'datetime', 'DFS'),
    field('ComplianceBccEmail', 'email', 'UNFSG', { length: 80, label: 'Compliance BCC Email' }),
    picklist('UiSkin', ['Theme2', 'Theme3'], 'UNRFSG', { length: 40, label: 'UI Skin' }),
    text('SignupCountryIsoCode', 2, 'NFSG', { label: 'Signup Country' }),
    field('TrialExpirationDate', 'datetime', 'NFS'),
    field('NumKnowledgeService', 'int', 'NFSG', { digits: 9, label: 'Knowledge Licenses' }),
    picklist('OrganizationType', editions, 'NRFSG', { length: 40, label: 'Edition' }),
    text('NamespacePrefix', 15, 'NFSG'),
    text('InstanceName', 5, 'NFSG'),
    field('IsSandbox', 'boolean', 'DFSG'),
    picklist('WebToCaseDefaultOrigin', ['Phone', 'Email', 'Web'], 'UNFSG', { length: 40, label: 'Web to Cases Default Origin' }),
    field('MonthlyPageViewsUsed', 'int', 'NFSG', { digits: 9 }),
    field('MonthlyPageViewsEntitlement', 'int', 'NFSG', { digits: 9, label: 'Monthly Page Views Allowed' }),
    field('IsReadOnly', 'boolean', 'DFSG'),
    ...auditFields.filter(({ name }) => name !== 'SystemModstamp'),
  ],
})

function preferences(names: readonly string[]): Field[] {
  return names.map((name) => field(`Preferences${name}`, 'boolean', 'UF', { label: name }))
}

/** What users see of the records of others, unless sharing says more. */
function defaultAccess(objectName: string): Field {
  return picklist(`Default${objectName}Access`, [], 'NRFSG', { length: 40 })
}
