import { addressCodeReader, isAddressCode } from './addresses/address-codes.ts'
import { derivations } from './derived-values.ts'
import { isComputed, type Field } from './objects/field.ts'
import { isPersonCopy, personContactField } from './objects/person-account.ts'
import { masked } from './masked.ts'
import type { Org } from './org.ts'
import type { Row, Value } from './table.ts'

/** Makes the function that reads a field of an object's rows, stored or derived; a checkbox nobody filled reads as false. */
export function valueReader(org: Org, objectName: string, field: Field): (row: Row) => Value {
  const { name, mask } = field
  if (isPersonCopy(field) && isComputed(field)) return contactReader(org, field)
  if (isComputed(field)) return org.computed.reader(objectName, field)
  if (mask) return (row) => masked(mask, row[name] ?? null)
  if (isAddressCode(field)) return addressCodeReader(org.countries, name)
  if (name === 'CurrencyIsoCode') return (row) => row[name] ?? org.currencies.original
  const derived = derivations(org, objectName)[name]
  if (derived) return derived
  return field.type === 'boolean' ? (row) => row[name] ?? false : (row) => row[name] ?? null
}

/** Reads a computed field of a person account's contact, which computes it from its own record. */
function contactReader(org: Org, { name }: Field): (row: Row) => Value {
  const contact = org.schema.object('Contact')
  const field = contact && org.schema.field(contact, personContactField(name) ?? '')
  if (!field) return () => null
  const read = org.computed.reader('Contact', field)
  return ({ PersonContactId: id }) => {
    const row = typeof id === 'string' ? org.table('Contact').get(id) : undefined
    return row ? read(row) : null
  }
}
