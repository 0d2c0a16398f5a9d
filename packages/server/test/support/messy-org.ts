import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import type { Attribute, FieldPair, RecordTypeSchema } from '@pryzm/salesforce-sdk'
import { defaultSchema } from '@pryzm/salesforce-sdk/mapping'

/** Attributes beyond the usual ones, so that every type is there, some of them narrow. */
const organizationExtras: Attribute[] = [
  extra('contact_email', 'email'),
  extra('headcount', 'number', { precision: 6, scale: 0 }),
  extra('vip', 'boolean'),
  extra('founded', 'date'),
  extra('last_call', 'datetime'),
  extra('tags', 'multi_select', { options: options('Alpha', 'Beta', 'Gamma', 'Nowhere') }),
  extra('score', 'number', { precision: 5, scale: 2 }),
  extra('margin', 'percent', { precision: 5, scale: 1 }),
  extra('tier', 'select', { options: options('Gold', 'Silver', 'Old', 'Nowhere') }),
  extra('code', 'text', { maxLength: 10 }),
  extra('budget', 'currency', { currency: 'USD' }),
  extra('memo', 'text'),
]

const personExtras: Attribute[] = [
  extra('birthdate', 'date'),
  extra('assistant', 'text', { maxLength: 8 }),
  extra('reports_to', 'relation', { relatedRecordType: 'person' }),
]

/** The record types of a workspace that maps a great deal. */
export function wideRecordTypes(): RecordTypeSchema[] {
  const [organization, person] = defaultSchema() as [RecordTypeSchema, RecordTypeSchema]
  organization.attributes.push(...organizationExtras)
  person.attributes.push(...personExtras)
  return [organization, person]
}

/** Pairs of the attributes beyond the usual ones, with rules of their own. */
export const widePairs: Record<'Account' | 'Contact', FieldPair[]> = {
  Account: [
    pair('contact_email', 'Contact_Email__c'),
    pair('headcount', 'Headcount__c'),
    pair('vip', 'Vip__c'),
    pair('founded', 'Founded__c', { blankOnPull: 'keep' }),
    pair('last_call', 'Last_Call__c'),
    pair('tags', 'Tags__c'),
    pair('score', 'Score__c', { blankOnPush: 'leave' }),
    pair('margin', 'Margin__c', { direction: 'pull' }),
    pair('tier', 'Tier__c', {
      defaultOnPush: 'gold',
      options: [{ option: 'old', value: 'Retired', direction: 'bidirectional' }],
    }),
    pair('code', 'AccountNumber'),
    pair('budget', 'Budget__c'),
    pair('memo', 'Memo__c', { direction: 'push', defaultOnPush: 'none' }),
  ],
  Contact: [pair('birthdate', 'Birthdate'), pair('assistant', 'AssistantName'), pair('reports_to', 'ReportsToId')],
}

/** Adds the fields on the other side of them. */
export function addWideFields({ admin }: EmulatedOrg): void {
  const values = (...names: string[]) => ({ value: names.map((fullName) => ({ fullName, label: fullName })) })
  const fields = [
    { fullName: 'Contact_Email__c', type: 'Text', label: 'Contact email', length: 100 },
    { fullName: 'Headcount__c', type: 'Text', label: 'Headcount', length: 40 },
    { fullName: 'Vip__c', type: 'Checkbox', label: 'VIP', defaultValue: false },
    { fullName: 'Founded__c', type: 'Date', label: 'Founded' },
    { fullName: 'Last_Call__c', type: 'DateTime', label: 'Last call' },
    {
      fullName: 'Tags__c',
      type: 'MultiselectPicklist',
      label: 'Tags',
      visibleLines: 4,
      valueSet: { valueSetDefinition: values('Alpha', 'Beta', 'Gamma', 'Delta') },
    },
    { fullName: 'Score__c', type: 'Number', label: 'Score', precision: 9, scale: 4 },
    { fullName: 'Margin__c', type: 'Percent', label: 'Margin', precision: 7, scale: 2 },
    {
      fullName: 'Tier__c',
      type: 'Picklist',
      label: 'Tier',
      valueSet: { restricted: true, valueSetDefinition: values('Gold', 'Silver', 'Bronze', 'Retired') },
    },
    { fullName: 'Budget__c', type: 'Currency', label: 'Budget', precision: 12, scale: 2 },
    { fullName: 'Memo__c', type: 'Text', label: 'Memo', length: 12 },
  ]
  for (const field of fields) admin.addField('Account', field)
}

function extra(name: string, type: Attribute['type'], rest: Partial<Attribute> = {}): Attribute {
  return { name, label: `The ${name}`, type, required: false, unique: false, readOnly: false, ...rest }
}

function options(...labels: string[]) {
  return labels.map((label) => ({ id: label.toLowerCase(), label }))
}

function pair(attribute: string, field: string, rest: Partial<FieldPair> = {}): FieldPair {
  return { id: attribute, attribute, field, direction: 'bidirectional', options: [], ...rest }
}
