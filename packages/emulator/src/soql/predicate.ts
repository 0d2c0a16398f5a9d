import type { LiteralType, Operator } from '@jetstreamapp/soql-parser-js'
import type { Row, Value } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import type { Column } from './column.ts'
import type { Comparison, ConditionTree } from './condition-tree.ts'
import type { Conditions, Predicate } from './conditions.ts'
import { dateCondition, isDateLiteral } from './date-condition.ts'
import { likePattern } from './like-pattern.ts'
import { between, literalValue, unquote, type Literal } from './literal.ts'
import { idOrder, order } from './value-order.ts'

/** Turns a condition tree into a function of a row. Throws Salesforce's errors for fields and literals that do not fit. */
export function predicate(conditions: Conditions, tree: ConditionTree): Predicate {
  if (tree.kind === 'comparison') return comparison(conditions, tree.comparison)
  if (tree.kind === 'not') {
    const inner = predicate(conditions, tree.of)
    return (row) => !inner(row)
  }
  const parts = tree.of.map((part) => predicate(conditions, part))
  return tree.kind === 'and' ? (row) => parts.every((holds) => holds(row)) : (row) => parts.some((holds) => holds(row))
}

function comparison(conditions: Conditions, condition: Comparison): Predicate {
  const column = conditions.columnOf('field' in condition ? condition.field : condition.fn)
  const operator = operatorOf(condition.operator)
  if ('valueQuery' in condition) {
    const ids = conditions.idsOf(condition, column)
    return operator === 'IN' ? (row) => ids().has(String(column.read(row))) : (row) => !ids().has(String(column.read(row)))
  }
  const { value, literalType } = condition
  if (Array.isArray(value)) return listCondition(conditions, column, operator, literalsOf(value, literalType))
  const literal = { text: value, type: Array.isArray(literalType) ? literalType[0] : literalType }
  return single(conditions, column, operator, literal)
}

/** The parser leaves LIKE in the case it was written in, and reads `<>` as well as `!=`. */
function operatorOf(written: Operator): Operator {
  const upper = written.toUpperCase()
  if (upper === 'LIKE') return 'LIKE'
  return upper === '<>' ? '!=' : written
}

function literalsOf(texts: readonly string[], types: LiteralType | LiteralType[] | undefined): Literal[] {
  return texts.map((text, at) => ({ text, type: Array.isArray(types) ? types[at] : types }))
}

function single(conditions: Conditions, column: Column, operator: Operator, literal: Literal): Predicate {
  if (operator === 'LIKE') return like(column, literal)
  const test = comparisons[operator]
  if (!test) throw refusal('MALFORMED_QUERY', `unexpected token: '${literal.text}'`)
  const { type } = column.field
  if (type === 'multipicklist' && operator !== '=' && operator !== '!=') throw limit(operator, column)
  if (type === 'boolean' && operator !== '=' && operator !== '!=') throw limit(operator, column)
  if (isDateLiteral(literal)) return dateCondition(conditions.scope, column, test, literal)
  return compare(column, operator, test, literalValue(conditions.scope.soql, column.field, literal))
}

function limit(operator: Operator, { path }: Column) {
  return emulatorLimit(`the operator ${operator} on ${path}`)
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

function compare(column: Column, operator: Operator, test: (order: number) => boolean, wanted: Value): Predicate {
  const { read, field } = column
  // Ids are the one text in which upper and lower case differ.
  const compared = isId(column) ? idOrder : order
  if (operator === '=' || operator === '!=') {
    if (isId(column)) return (row) => test(read(row) === wanted ? 0 : 1)
    const same = field.type === 'multipicklist' ? sameValues : order
    return (row) => test(same(read(row), wanted))
  }
  return (row) => {
    const value = read(row)
    return value !== null && wanted !== null && test(compared(value, wanted))
  }
}

function isId({ field }: Column): boolean {
  return field.type === 'id' || field.type === 'reference'
}

/** 0 where two multi-select values hold the same values, whatever their order. */
function sameValues(a: Value, b: Value): number {
  const plain = (value: Value) => valuesOf(value).toSorted().join(';')
  return order(plain(a), plain(b))
}

function listCondition(conditions: Conditions, column: Column, operator: Operator, literals: readonly Literal[]): Predicate {
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') return includes(column, operator, literals)
  if (operator !== 'IN' && operator !== 'NOT IN') throw refusal('MALFORMED_QUERY', "unexpected token: '('")
  const listed = inList(conditions, column, literals)
  return operator === 'IN' ? listed : (row) => !listed(row)
}

function inList(conditions: Conditions, column: Column, literals: readonly Literal[]): Predicate {
  const [dates, values] = [literals.filter(isDateLiteral), literals.filter((literal) => !isDateLiteral(literal))]
  const key = isId(column) ? idKey : listKey
  const wanted = new Set(values.map((literal) => key(literalValue(conditions.scope.soql, column.field, literal))))
  const ranges = dates.map((literal) => single(conditions, column, '=', literal))
  return (row) => wanted.has(key(column.read(row))) || ranges.some((holds) => holds(row))
}

function idKey(value: Value): Value {
  return value
}

function listKey(value: Value): Value {
  return typeof value === 'string' ? value.toLowerCase() || null : value
}

function includes({ read, field, path }: Column, operator: 'INCLUDES' | 'EXCLUDES', literals: readonly Literal[]): Predicate {
  if (field.type !== 'multipicklist') throw emulatorLimit(`${operator} on ${path}, which is no multi-select picklist`)
  const wanted = literals.map(({ text, type }) => (type === 'STRING' ? valuesOf(unquote(text)) : []))
  const found = (row: Row) => {
    const given = new Set(valuesOf(read(row)))
    return wanted.some((values) => values.length > 0 && values.every((value) => given.has(value)))
  }
  return operator === 'INCLUDES' ? found : (row) => !found(row)
}

function valuesOf(value: Value): string[] {
  return typeof value === 'string' ? value.toLowerCase().split(';').filter(Boolean) : []
}

function like(column: Column, { text, type }: Literal): Predicate {
  if (isId(column)) throw refusal('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field')
  if (type !== 'STRING' || !textTypes.has(column.field.type)) throw limit('LIKE', column)
  const pattern = likePattern(between(text))
  return (row) => {
    const value = column.read(row)
    return typeof value === 'string' && pattern.test(value)
  }
}

const textTypes: ReadonlySet<string> = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist'])
