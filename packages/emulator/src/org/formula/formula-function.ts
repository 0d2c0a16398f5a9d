import type { Row, Value } from '../table.ts'
import { fits, typeName, type Expression, type FormulaType } from './expression.ts'
import { formulaError, wrongParameter } from './formula-error.ts'

/** Makes what a call of a function gives out of its parameters. Throws the refusal of those it does not take. */
export type FormulaFunction = (name: string, given: readonly Expression[], now: () => Date) => Expression

type ParameterType = Exclude<FormulaType, 'picklist' | 'null'>

/**
 * A function of plain values. Parameters beyond `least` can be left out. Blank texts reach `compute` as ''; where another parameter
 * is blank, so is the result.
 */
export function plainFunction(
  parameters: readonly ParameterType[],
  result: ParameterType,
  compute: (...values: never[]) => Value,
  least = parameters.length,
): FormulaFunction {
  return (name, given) => {
    requireCount(name, given, least, parameters.length)
    for (const [at, expression] of given.entries()) requireType(name, expression, parameters[at] ?? 'text')
    return { type: result, read: (row) => computed(given, parameters, compute, row) }
  }
}

function computed(
  given: readonly Expression[],
  parameters: readonly ParameterType[],
  compute: (...values: never[]) => Value,
  row: Row,
): Value {
  const values = given.map((expression, at) => expression.read(row) ?? (parameters[at] === 'text' ? '' : null))
  if (values.includes(null)) return null
  const result = compute(...(values as never[]))
  return result === '' || (typeof result === 'number' && !Number.isFinite(result)) ? null : result
}

export function requireCount(name: string, given: readonly Expression[], least: number, most = least): void {
  if (given.length >= least && given.length <= most) return
  const expected = given.length < least ? least : most
  throw formulaError(`Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${given.length}`)
}

export function requireType(name: string, given: Expression, ...wanted: readonly FormulaType[]): void {
  if (wanted.some((type) => fits(given.type, type))) return
  throw wrongParameter(`function '${name}()'`, wanted.map(typeName).join(', '), given)
}

/** The one type of several parts of which any can be the result. */
export function commonType(name: string, given: readonly Expression[]): FormulaType {
  const [first] = given.filter(({ type }) => type !== 'null')
  if (!first) return 'null'
  if (first.type === 'picklist') throw wrongParameter(`function '${name}()'`, 'Text', first)
  for (const other of given) requireType(name, other, first.type)
  return first.type
}
