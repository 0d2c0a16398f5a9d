import type { AttributeType, SalesforceType } from '../contract/schema.ts'
import type { Direction, RecordType, SalesforceObject } from '../contract/shared.ts'

/** What people call the two sides of an object pair. */
export interface ObjectPairLabels {
  salesforce: string
  salesforcePlural: string
  pryzm: string
  pryzmPlural: string
}

/** The names of the object pairs as people read them. */
export const objectPairLabels: Readonly<Record<SalesforceObject, ObjectPairLabels>> = {
  Account: { salesforce: 'Account', salesforcePlural: 'Accounts', pryzm: 'Organization', pryzmPlural: 'Organizations' },
  Contact: { salesforce: 'Contact', salesforcePlural: 'Contacts', pryzm: 'Person', pryzmPlural: 'People' },
  Opportunity: {
    salesforce: 'Opportunity',
    salesforcePlural: 'Opportunities',
    pryzm: 'Pipeline entity',
    pryzmPlural: 'Pipeline entities',
  },
}

/** The Salesforce object on the other side of a record type. */
export function objectOf(recordType: RecordType): SalesforceObject {
  if (recordType === 'organization') return 'Account'
  return recordType === 'person' ? 'Contact' : 'Opportunity'
}

export const directionWords: Readonly<Record<Direction, string>> = {
  bidirectional: 'Bidirectional',
  pull: 'Pull',
  push: 'Push',
}

export const attributeTypeWords: Readonly<Record<AttributeType, string>> = {
  text: 'text',
  long_text: 'long text',
  number: 'number',
  currency: 'currency',
  percent: 'percent',
  boolean: 'yes/no',
  date: 'date',
  datetime: 'date and time',
  select: 'select',
  multi_select: 'multi-select',
  stage: 'stage',
  email: 'email',
  phone: 'phone',
  url: 'URL',
  address: 'address',
  relation: 'relation',
  user: 'user',
}

export const salesforceTypeWords: Readonly<Record<SalesforceType, string>> = {
  id: 'record ID',
  string: 'text',
  textarea: 'text area',
  boolean: 'checkbox',
  int: 'whole number',
  long: 'whole number',
  double: 'number',
  currency: 'currency',
  percent: 'percent',
  date: 'date',
  datetime: 'date/time',
  time: 'time',
  email: 'email',
  phone: 'phone',
  url: 'URL',
  picklist: 'picklist',
  multipicklist: 'multi-select picklist',
  combobox: 'combo box',
  reference: 'lookup',
  address: 'address',
  location: 'geolocation',
  base64: 'file',
  encryptedstring: 'encrypted text',
  anyType: 'any type',
  complexvalue: 'complex value',
  datacategorygroupreference: 'data category',
}
