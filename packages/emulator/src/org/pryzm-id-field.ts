import { field, type Field } from './objects/field.ts'

/** The external id that Pryzm matches records by: Text(36), External ID, Unique, not case-sensitive. */
export const pryzmIdField: Field = customTextField('Pryzm_ID__c', 'Pryzm_ID', 36, { externalId: true, unique: true })

/** A custom text field; an external id can be used to look records up. */
export function customTextField(
  name: string,
  label: string,
  length: number,
  key: { externalId: boolean; unique: boolean },
): Field {
  return field(name, 'string', 'CUNFSGM', {
    label,
    length,
    custom: true,
    externalId: key.externalId,
    unique: key.unique,
    idLookup: key.externalId,
  })
}
