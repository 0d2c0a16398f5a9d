import type { FieldFunctionExpression, FieldType, Query } from '@jetstreamapp/soql-parser-js'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { emulatorLimit } from '../wire/salesforce-error.ts'
import { candidates } from './candidates.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import { conditionTree, type ConditionTree } from './condition-tree.ts'
import { parseSoql } from './parse-soql.ts'
import { predicate, type Predicate } from './predicate.ts'
import { rowOrder, type RowOrder } from './row-order.ts'
import { noSuchObject } from './soql-error.ts'

export interface QueryOptions {
  /** Whether deleted records are found too, as `queryAll` does. */
  deletedToo?: boolean
  /** Whether the query goes to the Tooling API, which has objects of its own. */
  tooling?: boolean
}

/** A query that has been checked against what one user may see, ready to run. */
export interface CompiledQuery {
  readonly object: ObjectView
  /** In SELECT order. Empty for `SELECT COUNT()` and for queries with aggregates. */
  readonly columns: readonly Column[]
  /** Whether a row belongs to the result: the WHERE clause, and not deleted unless `deletedToo`. */
  readonly matches: Predicate
  /** Undefined when rows come by id. */
  readonly order: RowOrder | undefined
  readonly limit: number
  readonly offset: number
  /** Rows that can match, where an id or external id narrows them down. */
  readonly candidates: () => Row[] | undefined
  /** Whether every record that is not deleted belongs to the result. */
  readonly takesAll: boolean
  /** The parsed query, for what goes beyond rows: COUNT(), aggregates, GROUP BY. */
  readonly query: Query
  readonly scope: QueryScope
}

/** Checks a SOQL query and makes it ready to run; throws `SalesforceError` with Salesforce's own words. */
export function compileQuery(soql: string, org: Org, user: Row, options: QueryOptions = {}): CompiledQuery {
  const query = parseSoql(soql)
  const alias = query.sObjectAlias?.toLowerCase()
  const scope: QueryScope = { org, user, soql, alias, object: objectOf(soql, query.sObject, org, user, options) }
  const tree = query.where && conditionTree(query.where)
  return {
    object: scope.object,
    columns: isAggregate(query) ? [] : (query.fields ?? []).flatMap((field) => selectedColumns(scope, field)),
    matches: matcher(scope, tree, options.deletedToo ?? false),
    order: isAggregate(query) ? undefined : rowOrder(scope, query.orderBy),
    limit: query.limit ?? Infinity,
    offset: query.offset ?? 0,
    candidates: () => tree && candidates(scope, tree),
    takesAll: tree === undefined && org.access.hiddenRecords(user).size === 0,
    query,
    scope,
  }
}

/** Whether the result is counted or grouped instead of listed. */
export function isAggregate(query: Query): boolean {
  const aggregates = (query.fields ?? []).some((field) => field.type === 'FieldFunctionExpression' && field.isAggregateFn)
  return aggregates || query.groupBy !== undefined
}

function objectOf(soql: string, name: string, org: Org, user: Row, options: QueryOptions): ObjectView {
  const view = org.view(user, name)
  if (!view || view.type.tooling !== (options.tooling ?? false)) throw noSuchObject(soql, name)
  return view
}

function matcher(scope: QueryScope, tree: ConditionTree | undefined, deletedToo: boolean): Predicate {
  const holds = tree ? predicate(scope, tree) : () => true
  const hidden = scope.org.access.hiddenRecords(scope.user)
  const visible: Predicate = hidden.size === 0 ? holds : (row) => !hidden.has(String(row.Id)) && holds(row)
  return deletedToo ? visible : (row) => row.IsDeleted !== true && visible(row)
}

function selectedColumns(scope: QueryScope, field: FieldType): Column[] {
  if (field.type === 'Field') return [resolveColumn(scope, field.field)]
  if (field.type === 'FieldRelationship') return [resolveColumn(scope, [...field.relationships, field.field].join('.'))]
  if (field.type === 'FieldFunctionExpression') return allFields(scope, field)
  throw emulatorLimit(field.type === 'FieldSubquery' ? 'queries for child records inside SELECT' : 'TYPEOF')
}

function allFields(scope: QueryScope, { functionName, parameters: [which] }: FieldFunctionExpression): Column[] {
  if (functionName.toUpperCase() !== 'FIELDS' || typeof which !== 'string') throw emulatorLimit(`${functionName}() in SELECT`)
  const kind = which.toUpperCase()
  const chosen = scope.object.fields.filter((field) => kind === 'ALL' || field.custom === (kind === 'CUSTOM'))
  return chosen.map((field) => resolveColumn(scope, field.name))
}
