import type { AttributeType, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { sameValue } from '../values/same-value.ts'
import { timeOfDay } from '../values/text-shape.ts'

/** Fields as Salesforce answers them, by name: numbers as text. */
export type ReadBack = Readonly<Record<string, string | boolean | null>>

/** A REST value as a cell of a Bulk result, so that the same code reads both. */
export function cellOf(value: string | boolean | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** Whether a field holds what was written into it, compared as values of the field's own type. */
export function isKept(
  field: SalesforceField,
  written: string | number | boolean | null,
  held: ReadBack[string] | undefined,
): boolean {
  const type = comparedAs(field)
  return sameValue(type, comparable(field, cellOf(written === null ? null : String(written))), comparable(field, cellOf(held)))
}

function comparable({ type }: SalesforceField, text: string): AttributeValue {
  if (type === 'time') return timeOfDay(text) ?? text
  return type === 'multipicklist' ? text.split(';') : text
}

function comparedAs({ type }: SalesforceField): AttributeType {
  switch (type) {
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number'
    case 'datetime':
      return 'datetime'
    case 'email':
      return 'email'
    case 'reference':
      return 'relation'
    case 'multipicklist':
      return 'multi_select'
    default:
      return 'text'
  }
}
