import type { FieldType } from '@jetstreamapp/soql-parser-js'
import type { Org } from '../org/org.ts'
import { restValue } from '../wire/rest-value.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import type { Column } from './column.ts'
import type { CompiledQuery } from './compiled-query.ts'
import { conditionTree } from './condition-tree.ts'
import { formatter } from './formatted.ts'
import { nameOf, type FunctionCall } from './function-column.ts'
import { Grouping } from './grouping.ts'
import { predicate } from './predicate.ts'
import { rowOrder } from './row-order.ts'
import { matchingRows } from './run-query.ts'
import { timeZoneOf } from './user-calendar.ts'

type AggregateRow = Record<string, unknown>

const MAX_GROUPS = 2000

/** Runs a query with aggregates or GROUP BY; every row is an `AggregateResult`. */
export function aggregateRows(org: Org, compiled: CompiledQuery): AggregateRow[] {
  const { query, scope } = compiled
  const grouping = new Grouping(scope, [query.groupBy ?? []].flat())
  refuseLimits(grouping, compiled)
  const outputs = outputsOf(compiled, grouping)
  const columnOf = (operand: string | FunctionCall) => grouping.column(operand, 'Field must be grouped or aggregated')
  const idsOf = () => {
    throw emulatorLimit('a query inside HAVING')
  }
  const having = query.having && predicate({ scope, columnOf, idsOf }, conditionTree(query.having))
  const order = rowOrder(query.orderBy, (operand) => grouping.column(operand, 'Ordered field must be grouped or aggregated'))
  const groups = grouping.groups(matchingRows(org, compiled)).filter((group) => !having || having(group))
  const results = (order ? groups.toSorted(order) : groups).slice(compiled.offset, compiled.offset + compiled.limit)
  if (results.length > MAX_GROUPS) throw tooManyGroups()
  return results.map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(outputs.map(({ name, column }) => [name, restValue(column.field, column.read(group))])),
  }))
}

function tooManyGroups() {
  const sentence = 'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
  return refusal('EXCEEDED_ID_LIMIT', sentence)
}

function refuseLimits(grouping: Grouping, { limit, offset }: CompiledQuery): void {
  const clause = limit === Infinity ? (offset === 0 ? undefined : 'OFFSET') : 'LIMIT'
  if (!grouping.isWhole || !clause) return
  const sentence = `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`
  throw refusal('MALFORMED_QUERY', sentence)
}

interface Output {
  readonly name: string
  readonly column: Column
}

function outputsOf(compiled: CompiledQuery, grouping: Grouping): Output[] {
  let unnamed = 0
  const outputs = (compiled.query.fields ?? []).map((field): Output => {
    if (field.type === 'FieldFunctionExpression') {
      return { name: field.alias ?? `expr${unnamed++}`, column: computed(compiled, grouping, field) }
    }
    const column = grouping.column(pathOf(field), 'Field must be grouped or aggregated')
    return { name: ('alias' in field && field.alias) || column.field.name, column }
  })
  const repeated = outputs.find(({ name }, at) => outputs.findIndex((other) => sameName(other.name, name)) < at)
  if (repeated) throw refusal('MALFORMED_QUERY', `duplicate alias: ${repeated.name}`)
  return outputs
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function computed({ scope }: CompiledQuery, grouping: Grouping, call: FunctionCall): Column {
  if (nameOf(call) !== 'FORMAT') return grouping.column(call, 'Field must be grouped or aggregated')
  const [inner] = call.parameters ?? []
  if (inner === undefined) throw emulatorLimit('FORMAT() of nothing')
  const column = grouping.column(inner, 'Field must be grouped or aggregated')
  const format = formatter(column.field, timeZoneOf(scope.user))
  return { ...column, field: { ...column.field, type: 'string' }, read: (group) => format(column.read(group)) }
}

function pathOf(field: FieldType): string {
  if (field.type === 'Field') return field.field
  if (field.type === 'FieldRelationship') return [...field.relationships, field.field].join('.')
  throw emulatorLimit(field.type === 'FieldSubquery' ? 'queries for child records beside aggregates' : 'TYPEOF beside aggregates')
}
