import type { SalesforceField } from '../../contract/schema.ts'

/** Whether a create needs a value for the field by its describe; `nillable: false` alone does not say so. */
export function isRequired({ createable, nillable, defaultedOnCreate, type }: SalesforceField): boolean {
  return createable && !nillable && !defaultedOnCreate && type !== 'boolean'
}
