import type { LiteralType, Operator } from '@jetstreamapp/soql-parser-js'
import type { Row, Value } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import type { Comparison, ConditionTree } from './condition-tree.ts'
import { dateRange, literalValue, unquote } from './literal.ts'

export type Predicate = (row: Row) => boolean

/** Turns a condition tree into a function of a row. Throws Salesforce's errors for fields and literals that do not fit. */
export function predicate(scope: QueryScope, tree: ConditionTree): Predicate {
  if (tree.kind === 'comparison') return comparison(scope, tree.comparison)
  if (tree.kind === 'not') {
    const inner = predicate(scope, tree.of)
    return (row) => !inner(row)
  }
  const parts = tree.of.map((part) => predicate(scope, part))
  return tree.kind === 'and' ? (row) => parts.every((holds) => holds(row)) : (row) => parts.some((holds) => holds(row))
}

function comparison(scope: QueryScope, condition: Comparison): Predicate {
  if (!('field' in condition)) throw emulatorLimit('functions in WHERE')
  if ('valueQuery' in condition) throw emulatorLimit('a query inside WHERE … IN (…)')
  const column = resolveColumn(scope, condition.field)
  if (!column.field.filterable) throw notFilterable(column, condition.operator)
  if (isDateLiteral(condition)) return inDateRange(scope, column, condition)
  const { operator, value, literalType } = condition
  if (Array.isArray(value)) return inList(scope, column, operator, value, literalType)
  if (operator === 'LIKE') return like(column, value)
  return compare(column, operator, literalValue(scope.soql, column.field, { text: value, type: single(literalType) }))
}

function notFilterable(column: Column, operator: Operator) {
  return refusal('INVALID_FIELD', `field '${column.field.name}' can not be filtered in a query call (operator ${operator})`)
}

/** What each operator asks of the order between a row's value and the wanted one. */
const comparisons: Partial<Record<Operator, (order: number) => boolean>> = {
  '=': (result) => result === 0,
  '!=': (result) => result !== 0,
  '<': (result) => result < 0,
  '<=': (result) => result <= 0,
  '>': (result) => result > 0,
  '>=': (result) => result >= 0,
}

function compare(column: Column, operator: Operator, wanted: Value): Predicate {
  const { read, field } = column
  const test = comparisons[operator]
  if (!test) throw emulatorLimit(`the operator ${operator} on ${column.path}`)
  const equality = operator === '=' || operator === '!='
  // Ids are the one text in which upper and lower case differ.
  if (equality && (field.type === 'id' || field.type === 'reference')) return (row) => test(read(row) === wanted ? 0 : 1)
  return equality
    ? (row) => test(order(read(row), wanted))
    : (row) => bothGiven(read(row), wanted) && test(order(read(row), wanted))
}

function bothGiven(value: Value, wanted: Value): boolean {
  return value !== null && wanted !== null
}

/** Negative, 0 or positive; text is compared without regard to case, and null (which equals an empty text) comes first. */
export function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a.toLowerCase(), b.toLowerCase())
  if (a === null || b === null) return Number(isGiven(a)) - Number(isGiven(b))
  return Number(a) - Number(b)
}

function isGiven(value: Value): boolean {
  return value !== null && value !== ''
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function inList(
  scope: QueryScope,
  column: Column,
  operator: Operator,
  texts: string[],
  type: LiteralType | LiteralType[] | undefined,
) {
  if (operator !== 'IN' && operator !== 'NOT IN') throw emulatorLimit(`the operator ${operator}`)
  const types = Array.isArray(type) ? type : texts.map(() => type)
  const wanted = new Set(texts.map((text, at) => listKey(literalValue(scope.soql, column.field, { text, type: types[at] }))))
  const listed = (row: Row) => wanted.has(listKey(column.read(row)))
  return operator === 'IN' ? listed : (row: Row) => !listed(row)
}

function listKey(value: Value): Value {
  return typeof value === 'string' ? value.toLowerCase() || null : value
}

function like(column: Column, literal: string): Predicate {
  const source = unquote(literal).replaceAll(/\\[_%]|[\s\S]/g, likePart)
  const pattern = new RegExp(`^${source}$`, 'isu')
  return (row) => {
    const value = column.read(row)
    return typeof value === 'string' && pattern.test(value)
  }
}

function likePart(part: string): string {
  if (part === '%') return '.*'
  if (part === '_') return '.'
  return part.slice(-1).replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`)
}

type DateComparison = Extract<Comparison, { field: string; value: unknown }>

function isDateLiteral(condition: DateComparison): boolean {
  const type = single(condition.literalType)
  return type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL'
}

function inDateRange(scope: QueryScope, column: Column, condition: DateComparison): Predicate {
  const text = String(condition.value)
  const days = Number(text.split(':')[1] ?? 0)
  const range = dateRange(text.split(':')[0] ?? '', days, scope.org.clock())
  if (!range) throw emulatorLimit(`the date literal ${text}`)
  const [first, last] = range
  const day = (row: Row) => (column.read(row) === null ? null : String(column.read(row)).slice(0, 10))
  const test = dayTest(condition.operator, first, last)
  return (row) => {
    const value = day(row)
    return value === null ? condition.operator === '!=' : test(value)
  }
}

function dayTest(operator: Operator, first: string, last: string): (day: string) => boolean {
  const test = comparisons[operator]
  if (!test) throw emulatorLimit(`the operator ${operator} with a date literal`)
  // A day inside the range is equal to it; "greater" starts after its last day and "less" before its first.
  return (day) => test(day < first ? -1 : Number(day > last))
}

function single(type: LiteralType | LiteralType[] | undefined): LiteralType | undefined {
  return Array.isArray(type) ? type[0] : type
}
