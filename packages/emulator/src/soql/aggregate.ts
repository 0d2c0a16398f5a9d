import type { FieldFunctionExpression, FieldType, GroupByClause } from '@jetstreamapp/soql-parser-js'
import type { Org } from '../org/org.ts'
import type { Row, Value } from '../org/table.ts'
import { restValue } from '../wire/rest-value.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import type { CompiledQuery } from './compiled-query.ts'
import { order } from './predicate.ts'
import { matchingRows } from './run-query.ts'

type AggregateRow = Record<string, unknown>

/** Runs a query with aggregates or GROUP BY; every row is an `AggregateResult`. */
export function aggregateRows(org: Org, query: CompiledQuery): AggregateRow[] {
  if (query.query.orderBy) throw emulatorLimit('ORDER BY together with aggregates')
  const groupColumns = [query.query.groupBy ?? []].flat().map((clause) => groupColumn(query.scope, clause))
  const outputs = outputsOf(query.scope, query.query.fields ?? [], groupColumns)
  const groups = new Map<string, Row[]>()
  for (const row of matchingRows(org, query)) {
    const key = JSON.stringify(groupColumns.map((column) => column.read(row)))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  if (groupColumns.length === 0 && groups.size === 0) groups.set('', [])
  const results = [...groups.values()].map((rows) => resultOf(outputs, rows))
  return results.slice(query.offset, query.offset + query.limit)
}

interface Output {
  name: string
  value: (rows: readonly Row[]) => Value
}

function resultOf(outputs: readonly Output[], rows: readonly Row[]): AggregateRow {
  return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(outputs.map(({ name, value }) => [name, value(rows)])) }
}

function groupColumn(scope: QueryScope, clause: GroupByClause): Column {
  if (!('field' in clause)) throw emulatorLimit('functions in GROUP BY')
  const column = resolveColumn(scope, clause.field)
  if (!column.field.groupable) throw refusal('INVALID_FIELD', `field '${column.path}' can not be grouped in a query call`)
  return column
}

function outputsOf(scope: QueryScope, fields: readonly FieldType[], groupColumns: readonly Column[]): Output[] {
  let unnamed = 0
  return fields.map((field) => {
    if (field.type === 'FieldFunctionExpression') return aggregate(scope, field, () => `expr${unnamed++}`)
    if (field.type !== 'Field' && field.type !== 'FieldRelationship')
      throw emulatorLimit(`${field.type} together with aggregates`)
    return groupedField(scope, field, groupColumns)
  })
}

function groupedField(
  scope: QueryScope,
  field: Extract<FieldType, { field: string; type: 'Field' | 'FieldRelationship' }>,
  groups: readonly Column[],
): Output {
  const path = field.type === 'Field' ? field.field : [...field.relationships, field.field].join('.')
  const column = resolveColumn(scope, path)
  if (!groups.some((group) => group.path === column.path)) {
    throw refusal('MALFORMED_QUERY', `Field must be grouped or aggregated: ${column.path}`)
  }
  const name = ('alias' in field && field.alias) || column.field.name
  return { name, value: ([row]) => (row ? restValue(column.field, column.read(row)) : null) }
}

function aggregate(scope: QueryScope, field: FieldFunctionExpression, nextName: () => string): Output {
  const [parameter] = field.parameters
  const functionName = field.functionName.toUpperCase()
  const name = field.alias ?? nextName()
  if (functionName === 'COUNT' && parameter === undefined) return { name, value: (rows) => rows.length }
  if (typeof parameter !== 'string') throw emulatorLimit(`nested functions in ${functionName}()`)
  const column = resolveColumn(scope, parameter)
  const fold = folds[functionName]
  if (!fold) throw emulatorLimit(`${functionName}()`)
  return {
    name,
    value: (rows) => restValue(column.field, fold(rows.map((row) => column.read(row)).filter((value) => value !== null))),
  }
}

const folds: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  COUNT: (values) => values.length,
  COUNT_DISTINCT: (values) => new Set(values.map((value) => String(value).toLowerCase())).size,
  MIN: (values) => values.reduce<Value>((least, value) => (least === null || order(value, least) < 0 ? value : least), null),
  MAX: (values) => values.reduce<Value>((most, value) => (most === null || order(value, most) > 0 ? value : most), null),
  SUM: (values) => (values.length === 0 ? null : sum(values)),
  AVG: (values) => (values.length === 0 ? null : sum(values) / values.length),
}

function sum(values: readonly Value[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0)
}
