import { asDate, asDateTime, DAY_MS, momentOf } from './dates.ts'
import type { Value } from '../table.ts'
import { fits, typeName, type Expression, type FormulaType } from './expression.ts'
import { formulaError, wrongParameter } from './formula-error.ts'

/** Joins two parts of a formula. Throws the refusal of types that do not go together. */
export function binaryOperation(operator: string, left: Expression, right: Expression): Expression {
  const operation = operations[operator]
  if (!operation) throw formulaError(`Syntax error. Found '${operator}'`)
  return operation(operator, left, right)
}

export function unaryOperation(operator: string, of: Expression): Expression {
  const wanted = operator === '!' ? 'boolean' : 'number'
  requireType(operator, of, wanted)
  if (operator === '!') return { type: 'boolean', read: (row) => of.read(row) !== true }
  if (operator === '+') return of
  return { type: 'number', read: (row) => numeric(of.read(row), 0, (value) => -value) }
}

type Operation = (operator: string, left: Expression, right: Expression) => Expression

const operations: Readonly<Record<string, Operation>> = {
  '+': add,
  '-': subtract,
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '^': arithmetic((a, b) => a ** b),
  '&': concatenate,
  '=': equality((same) => same),
  '==': equality((same) => same),
  '<>': equality((same) => !same),
  '!=': equality((same) => !same),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
  '&&': logic((a, b) => a() && b()),
  '||': logic((a, b) => a() || b()),
}

function add(operator: string, left: Expression, right: Expression): Expression {
  if (isMoment(left.type)) return shifted(operator, left, right, 1)
  if (isMoment(right.type)) return shifted(operator, right, left, 1)
  return left.type === 'text' || right.type === 'text'
    ? concatenate(operator, left, right)
    : arithmetic((a, b) => a + b)(operator, left, right)
}

function subtract(operator: string, left: Expression, right: Expression): Expression {
  if (!isMoment(left.type)) return arithmetic((a, b) => a - b)(operator, left, right)
  if (!isMoment(right.type)) return shifted(operator, left, right, -1)
  requireType(operator, right, left.type)
  return {
    type: 'number',
    read(row) {
      const [from, to] = [right.read(row), left.read(row)]
      return from === null || to === null ? null : (momentOf(to) - momentOf(from)) / DAY_MS
    },
  }
}

/** A date or a datetime, some days later or earlier. */
function shifted(operator: string, moment: Expression, days: Expression, direction: 1 | -1): Expression {
  requireType(operator, days, 'number')
  const write = moment.type === 'date' ? asDate : asDateTime
  return {
    type: moment.type,
    read(row) {
      const [start, count] = [moment.read(row), days.read(row)]
      return start === null || count === null ? null : write(momentOf(start) + direction * Number(count) * DAY_MS)
    },
  }
}

function arithmetic(compute: (a: number, b: number) => number): Operation {
  return (operator, left, right) => {
    requireType(operator, left, 'number')
    requireType(operator, right, 'number')
    return { type: 'number', read: (row) => numeric(left.read(row), right.read(row), compute) }
  }
}

function concatenate(operator: string, left: Expression, right: Expression): Expression {
  requireType(operator, left, 'text')
  requireType(operator, right, 'text')
  return { type: 'text', read: (row) => `${String(left.read(row) ?? '')}${String(right.read(row) ?? '')}` || null }
}

function equality(holds: (same: boolean) => boolean): Operation {
  return (operator, left, right) => {
    requireSame(operator, left, right)
    const key = (value: Value) => (value === null || value === '' ? null : isMoment(left.type) ? momentOf(value) : value)
    return { type: 'boolean', read: (row) => holds(key(left.read(row)) === key(right.read(row))) }
  }
}

function comparison(holds: (order: number) => boolean): Operation {
  return (operator, left, right) => {
    requireSame(operator, left, right)
    if (left.type === 'boolean') throw wrongType(operator, 'Number, Date, DateTime', left)
    const position = isMoment(left.type) ? momentOf : left.type === 'text' ? String : Number
    return {
      type: 'boolean',
      read(row) {
        const [a, b] = [left.read(row), right.read(row)]
        if (a === null || b === null) return false
        const [first, second] = [position(a), position(b)]
        return holds(first < second ? -1 : Number(first > second))
      },
    }
  }
}

function logic(join: (a: () => boolean, b: () => boolean) => boolean): Operation {
  return (operator, left, right) => {
    requireType(operator, left, 'boolean')
    requireType(operator, right, 'boolean')
    return {
      type: 'boolean',
      read: (row) =>
        join(
          () => left.read(row) === true,
          () => right.read(row) === true,
        ),
    }
  }
}

/** A number, or null where it can't be computed: a blank, a division by zero. */
function numeric(a: Value, b: Value, compute: (a: number, b: number) => number): number | null {
  if (a === null || b === null) return null
  const result = compute(Number(a), Number(b))
  return Number.isFinite(result) ? result : null
}

function isMoment(type: FormulaType): boolean {
  return type === 'date' || type === 'datetime'
}

function requireSame(operator: string, left: Expression, right: Expression): void {
  for (const side of [left, right]) if (side.type === 'picklist') throw wrongType(operator, 'Text', side)
  if (!fits(left.type, right.type) && !fits(right.type, left.type)) throw wrongType(operator, typeName(left.type), right)
}

function requireType(operator: string, given: Expression, wanted: FormulaType): void {
  if (!fits(given.type, wanted)) throw wrongType(operator, typeName(wanted), given)
}

function wrongType(operator: string, expected: string, received: Expression) {
  return wrongParameter(`operator '${operator}'`, expected, received)
}
