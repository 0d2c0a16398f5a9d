import type { SalesforceField } from '../../contract/schema.ts'
import type { AddressPart } from '../values/value-shape.ts'

/** The fields that make up one part of an address; state and country may have a picklist of codes beside the name. */
export interface AddressComponent {
  part: AddressPart
  /** The field that holds the text or the name; null where there are codes alone. */
  name: SalesforceField | null
  code: SalesforceField | null
}

const suffixes: readonly { part: AddressPart; name: string; code: string | null }[] = [
  { part: 'street', name: 'Street', code: null },
  { part: 'city', name: 'City', code: null },
  { part: 'state', name: 'State', code: 'StateCode' },
  { part: 'postalCode', name: 'PostalCode', code: null },
  { part: 'country', name: 'Country', code: 'CountryCode' },
]

/** The visible components of a compound address, part by part; parts that this user cannot see are left out. */
export function addressComponents(address: SalesforceField, fields: readonly SalesforceField[]): AddressComponent[] {
  const components = fields.filter((field) => field.compoundFieldName === address.name && field.name !== address.name)
  const prefix = address.name.replace(/Address$/, '').replace(/__c$/, '__')
  const find = (suffix: string | null) =>
    suffix === null
      ? null
      : (components.find(({ name }) => name === `${prefix}${suffix}` || name === `${prefix}${suffix}__s`) ?? null)
  return suffixes
    .map(({ part, name, code }) => ({ part, name: find(name), code: find(code) }))
    .filter(({ name, code }) => name !== null || code !== null)
}
