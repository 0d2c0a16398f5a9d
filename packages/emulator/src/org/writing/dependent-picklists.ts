import type { Field } from '../objects/field.ts'
import type { Row } from '../table.ts'
import { valueReader } from '../value-reader.ts'
import { badPicklistValue } from './coerce.ts'
import type { WriteContext } from './read-body.ts'

/**
 * Throws, where the org is set to, when a value of a restricted dependent picklist does not go with the value of its controlling
 * field. Only pages mind that unless the org is told otherwise.
 */
export function checkDependentPicklists({ org, view }: WriteContext, changes: Row, row: Row): void {
  if (!org.settings.enforceDependentPicklists) return
  const fields = org.schema.fields(view.type)
  for (const field of fields.filter((candidate) => candidate.controllerName !== null && candidate.restrictedPicklist)) {
    const controller = fields.find(({ name }) => name === field.controllerName)
    if (!controller || !(field.name in changes || controller.name in changes)) continue
    const chosen = valuesIn(field, row[field.name])
    const allowed = String(valueReader(org, view.type.name, controller)(row) ?? '')
    const wrong = chosen.find((value) => !goesWith(field, value, allowed))
    if (wrong !== undefined) throw badPicklistValue(field, wrong)
  }
}

function valuesIn({ type }: Field, value: Row[string] | undefined): string[] {
  if (value === null || value === undefined) return []
  return type === 'multipicklist' ? String(value).split(';') : [String(value)]
}

function goesWith({ picklistValues }: Field, value: string, controlling: string): boolean {
  return picklistValues.some((option) => option.value === value && option.validFor?.includes(controlling))
}
