import type { Field, FieldFormula, FieldType } from '../objects/field.ts'
import type { ObjectType } from '../objects/object-type.ts'
import type { Org } from '../org.ts'
import { roundTo } from '../round-to.ts'
import type { Row, Value } from '../table.ts'
import { compileFormula } from './compile-formula.ts'
import { fits, typeName, type FormulaType } from './expression.ts'
import { formulaError } from './formula-error.ts'

/** What a formula must give for a field; a text for the types that are not listed. */
const resultTypes: Partial<Record<FieldType, FormulaType>> = {
  boolean: 'boolean',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
}

/** Makes the function that computes the value of a field. Throws the refusal of a formula that does not fit it. */
export function formulaReader(
  org: Org,
  object: ObjectType,
  field: Field,
  { text, blanksAsZero }: FieldFormula,
): (row: Row) => Value {
  const { type, read } = compileFormula({ org, object, blanksAsZero }, text)
  const wanted = resultTypes[field.type] ?? 'text'
  if (!fits(type, wanted)) {
    throw formulaError(
      `Formula result is data type (${typeName(type)}), incompatible with expected data type (${typeName(wanted)}).`,
    )
  }
  if (wanted === 'boolean') return (row) => read(row) === true
  if (wanted !== 'number') return (row) => read(row) || null
  const whole = field.type === 'percent' ? 100 : 1
  return (row) => {
    const value = read(row)
    return value === null ? null : roundTo(Number(value) * whole, field.scale)
  }
}
