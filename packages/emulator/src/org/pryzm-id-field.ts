import { fieldFromMetadata, type CustomFieldMetadata } from './custom-field-metadata.ts'
import type { Field } from './objects/field.ts'

/** A custom text field; an external id can be used to look records up. */
export function customTextField(name: string, details: Partial<CustomFieldMetadata> & { length: number }): Field {
  return fieldFromMetadata(name, { type: 'Text', label: name.replace(/__c$/, '').replaceAll('_', ' '), ...details })
}

/** The external id that Pryzm matches records by: Text(36), External ID, Unique, not case-sensitive. */
export const pryzmIdField: Field = customTextField('Pryzm_ID__c', {
  label: 'Pryzm_ID',
  length: 36,
  externalId: true,
  unique: true,
})
