import type { Value } from '../table.ts'
import { fits, type Expression } from './expression.ts'
import { formulaError } from './formula-error.ts'
import { commonType, requireCount, requireType, type FormulaFunction } from './formula-function.ts'

/** What formulas do to choose between values. */
export const logicFunctions: Readonly<Record<string, FormulaFunction>> = {
  AND: each((parts) => (row) => parts.every((part) => part.read(row) === true)),
  OR: each((parts) => (row) => parts.some((part) => part.read(row) === true)),
  NOT(name, given) {
    const [condition] = exactly(1, name, given)
    requireType(name, condition, 'boolean')
    return { type: 'boolean', read: (row) => condition.read(row) !== true }
  },
  IF(name, given) {
    const [condition, yes, no] = exactly(3, name, given)
    requireType(name, condition, 'boolean')
    return { type: commonType(name, [yes, no]), read: (row) => (condition.read(row) === true ? yes : no).read(row) }
  },
  CASE: chosenCase,
  ISBLANK: isBlank,
  ISNULL: isBlank,
  BLANKVALUE: instead,
  NULLVALUE: instead,
  ISPICKVAL(name, given) {
    const [field, value] = exactly(2, name, given)
    requireType(name, field, 'picklist')
    requireType(name, value, 'text')
    return { type: 'boolean', read: (row) => (field.read(row) ?? null) === (value.read(row) || null) }
  },
  TEXT(name, given) {
    const [value] = exactly(1, name, given)
    requireType(name, value, 'number', 'date', 'datetime', 'picklist')
    return { type: 'text', read: (row) => asText(value, value.read(row)) }
  },
}

type Exactly<Count extends number> = Count extends 1
  ? [Expression]
  : Count extends 2
    ? [Expression, Expression]
    : [Expression, Expression, Expression]

function exactly<Count extends 1 | 2 | 3>(count: Count, name: string, given: readonly Expression[]): Exactly<Count> {
  requireCount(name, given, count)
  return given as Exactly<Count>
}

function each(holds: (parts: readonly Expression[]) => Expression['read']): FormulaFunction {
  return (name, given) => {
    requireCount(name, given, 1, Infinity)
    for (const part of given) requireType(name, part, 'boolean')
    return { type: 'boolean', read: holds(given) }
  }
}

function isBlank(name: string, given: readonly Expression[]): Expression {
  const [value] = exactly(1, name, given)
  return { type: 'boolean', read: (row) => isEmpty(value.read(row)) }
}

function instead(name: string, given: readonly Expression[]): Expression {
  const [value, substitute] = exactly(2, name, given)
  return {
    type: commonType(name, [value, substitute]),
    read: (row) => (isEmpty(value.read(row)) ? substitute : value).read(row),
  }
}

/** `CASE(expression, value1, result1, …, otherwise)` */
function chosenCase(name: string, given: readonly Expression[]): Expression {
  const [subject, ...rest] = given
  const otherwise = rest.pop()
  if (!subject || !otherwise || rest.length < 2 || rest.length % 2 !== 0) {
    throw formulaError(`Incorrect number of parameters for function 'CASE()'. Expected an even number, received ${given.length}`)
  }
  const values = rest.filter((_, at) => at % 2 === 0)
  const results = rest.filter((_, at) => at % 2 === 1)
  const wanted = subject.type === 'picklist' ? 'text' : subject.type
  for (const value of values) if (!fits(wanted, value.type)) requireType(name, value, wanted)
  return {
    type: commonType(name, [...results, otherwise]),
    read(row) {
      const value = subject.read(row) ?? null
      const at = values.findIndex((candidate) => (candidate.read(row) || null) === (value || null))
      return (results[at] ?? otherwise).read(row)
    },
  }
}

function isEmpty(value: Value): boolean {
  return value === null || value === ''
}

function asText({ type }: Expression, value: Value): Value {
  if (value === null) return null
  return type === 'datetime' ? `${String(value).slice(0, 19).replace('T', ' ')}Z` : String(value)
}
