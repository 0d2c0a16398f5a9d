import type { SalesforceField } from '../../contract/schema.ts'
import { addressComponents } from './address-components.ts'

/** Whether this user may write a field, on create or on update; an address counts by its components. */
export function isWritable(field: SalesforceField, fields: readonly SalesforceField[]): boolean {
  if (field.type !== 'address') return isWritableItself(field)
  return addressComponents(field, fields).some(
    ({ name, code }) => (name && isWritableItself(name)) || (code && isWritableItself(code)),
  )
}

function isWritableItself({ createable, updateable, calculated, autoNumber }: SalesforceField): boolean {
  return (createable || updateable) && !calculated && !autoNumber
}
