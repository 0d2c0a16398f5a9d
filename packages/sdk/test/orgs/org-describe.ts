import type { ObjectDescribe, SalesforceField } from '../../src/contract/schema.ts'
import type { SalesforceObject } from '../../src/contract/shared.ts'
import { picklist, pryzmIdField, salesforceField, standardDescribes } from '../../src/testing/describes/index.ts'
import { accountTable } from './account-table.ts'
import { contactTable } from './contact-table.ts'
import { customFields } from './custom-fields.ts'
import { fieldTable } from './field-table.ts'
import { opportunityTable } from './opportunity-table.ts'
import { personAccountTable } from './person-account-table.ts'

/** What tells one org from another. */
export interface OrgShape {
  personAccounts?: boolean
  currencies?: readonly string[]
  /** State and country picklists. */
  addressCodes?: boolean
  /** How many fields an object has in all: the standard ones, and custom ones up to this number. */
  fields?: number
}

const tables: Readonly<Record<SalesforceObject, string>> = {
  Account: accountTable,
  Contact: contactTable,
  Opportunity: opportunityTable,
}

const plurals = { Account: 'Accounts', Contact: 'Contacts', Opportunity: 'Opportunities' } as const

/** An object of such an org as its administrator sees it, with `Pryzm_ID__c` set up. */
export function orgDescribe(object: SalesforceObject, shape: OrgShape = {}): ObjectDescribe {
  const standard = [...standardFields(object, shape), pryzmIdField()]
  const custom = customFields(Math.max(0, (shape.fields ?? 0) - standard.length))
  return {
    name: object,
    label: object,
    labelPlural: plurals[object],
    queryable: true,
    createable: true,
    updateable: true,
    fields: [...standard, ...custom],
  }
}

function standardFields(object: SalesforceObject, { personAccounts, currencies, addressCodes }: OrgShape): SalesforceField[] {
  const fields = fieldTable(tables[object])
    .filter(({ name }) => !isAddressCode(name))
    .map((field) => ({ ...field, picklistValues: usualValues(object, field) }))
  return [
    ...fields.map((field) =>
      personAccounts && object === 'Account' && field.name === 'Name' ? { ...field, nillable: true } : field,
    ),
    ...(personAccounts ? personFields(object) : []),
    ...(addressCodes ? fields.filter(({ type }) => type === 'address').flatMap(({ name }) => codesOf(name)) : []),
    ...(currencies ? [currencyField(currencies)] : []),
  ]
}

function usualValues(object: SalesforceObject, { name, picklistValues }: SalesforceField): SalesforceField['picklistValues'] {
  const usual = standardDescribes[object].fields.find((field) => field.name === name)?.picklistValues ?? []
  return usual.length > 0 ? usual : picklistValues
}

function isAddressCode(name: string): boolean {
  return /(State|Country)Code$/.test(name)
}

function personFields(object: SalesforceObject): SalesforceField[] {
  if (object === 'Account') return fieldTable(`${personAccountTable}\nFavourite_Team__pc | Favourite Team | string 80 | CUN`)
  return object === 'Contact' ? fieldTable('IsPersonAccount | Is Person Account | boolean | D') : []
}

function codesOf(address: string): SalesforceField[] {
  const prefix = address.replace(/Address$/, '')
  return fieldTable(`
    ${prefix}StateCode | ${prefix} State/Province Code | picklist 10 | CUNRP | in ${address}, by ${prefix}CountryCode
    ${prefix}CountryCode | ${prefix} Country Code | picklist 10 | CUNR | in ${address}`)
}

function currencyField(codes: readonly string[]): SalesforceField {
  return salesforceField('CurrencyIsoCode', 'Currency ISO Code', 'picklist', {
    length: 3,
    defaultedOnCreate: true,
    restrictedPicklist: true,
    picklistValues: picklist(...codes),
  })
}
