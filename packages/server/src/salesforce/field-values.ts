import type { FieldValue, FieldValues } from '../engine/ports/index.ts'
import { isJsonObject } from './json-object.ts'
import type { Row } from './query-rows.ts'

/**
 * The asked fields of a REST row, parents by path (`Owner.Email`); instants in the notation of Bulk results
 * (`…T09:49:20.000Z` for `…+0000`).
 */
export function fieldValues(row: Row, fields: readonly string[]): FieldValues {
  return Object.fromEntries(fields.map((field) => [field, fieldValue(valueAt(row, field), field)]))
}

function valueAt(row: Row, field: string): unknown {
  let value: unknown = row
  for (const name of field.split('.')) value = isJsonObject(value) ? value[name] : null
  return value
}

function fieldValue(value: unknown, field: string): FieldValue {
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000$/, '$1Z')
  if (typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  throw new Error(`${field} is a compound field: ask for its components.`)
}
