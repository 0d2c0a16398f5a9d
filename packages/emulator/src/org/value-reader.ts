import { derivations } from './derived-values.ts'
import type { Field } from './objects/field.ts'
import type { Org } from './org.ts'
import type { Row, Value } from './table.ts'

/** Makes the function that reads a field of an object's rows, stored or derived; a checkbox nobody filled reads as false. */
export function valueReader(org: Org, objectName: string, field: Field): (row: Row) => Value {
  const { name } = field
  const derived = derivations(org, objectName)[name]
  if (derived) return derived
  return field.type === 'boolean' ? (row) => row[name] ?? false : (row) => row[name] ?? null
}
