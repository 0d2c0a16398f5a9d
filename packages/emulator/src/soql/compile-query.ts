import type { FieldFunctionExpression, FieldType, QueryBase } from '@jetstreamapp/soql-parser-js'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { emulatorLimit } from '../wire/salesforce-error.ts'
import { candidates } from './candidates.ts'
import { compileChildQuery } from './child-query.ts'
import { resolveColumn, type Column, type QueryScope } from './column.ts'
import { isAggregate, type ChildQuery, type CompiledQuery } from './compiled-query.ts'
import { conditionTree, type ConditionTree } from './condition-tree.ts'
import { parseSoql } from './parse-soql.ts'
import { predicate, type Predicate } from './predicate.ts'
import { rowOrder } from './row-order.ts'
import { noSuchObject } from './soql-error.ts'

export interface QueryOptions {
  /** Whether deleted records are found too, as `queryAll` does. */
  deletedToo?: boolean
  /** Whether the query goes to the Tooling API, which has objects of its own. */
  tooling?: boolean
}

/** Checks a SOQL query and makes it ready to run; throws `SalesforceError` with Salesforce's own words. */
export function compileQuery(soql: string, org: Org, user: Row, options: QueryOptions = {}): CompiledQuery {
  const query = parseSoql(soql)
  const alias = query.sObjectAlias?.toLowerCase()
  return compileSelect({ org, user, soql, alias, object: objectOf(soql, query.sObject, org, user, options) }, query, options)
}

/** Checks a parsed query, or one inside another, against the object it reads. */
export function compileSelect(scope: QueryScope, query: QueryBase, options: QueryOptions): CompiledQuery {
  const tree = query.where && conditionTree(query.where)
  const selected = isAggregate(query) ? [] : (query.fields ?? []).flatMap((field) => selectedBy(scope, field, options))
  return {
    object: scope.object,
    selected,
    columns: selected.filter((part) => 'read' in part),
    matches: matcher(scope, tree, options.deletedToo ?? false),
    order: isAggregate(query) ? undefined : rowOrder(scope, query.orderBy),
    limit: query.limit ?? Infinity,
    offset: query.offset ?? 0,
    candidates: () => tree && candidates(scope, tree),
    takesAll: tree === undefined && scope.org.access.hiddenRecords(scope.user).size === 0,
    query,
    scope,
  }
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

function selectedBy(scope: QueryScope, field: FieldType, options: QueryOptions): (Column | ChildQuery)[] {
  switch (field.type) {
    case 'Field':
      return [resolveColumn(scope, field.field)]
    case 'FieldRelationship':
      return [resolveColumn(scope, [...field.relationships, field.field].join('.'))]
    case 'FieldSubquery':
      return [compileChildQuery(scope, field.subquery, (child, subquery) => compileSelect(child, subquery, options))]
    case 'FieldFunctionExpression':
      return allFields(scope, field)
    case 'FieldTypeof':
      throw emulatorLimit('TYPEOF')
  }
}

function allFields(scope: QueryScope, { functionName, parameters: [which] }: FieldFunctionExpression): Column[] {
  if (functionName.toUpperCase() !== 'FIELDS' || typeof which !== 'string') throw emulatorLimit(`${functionName}() in SELECT`)
  const kind = which.toUpperCase()
  const chosen = scope.object.fields.filter((field) => kind === 'ALL' || field.custom === (kind === 'CUSTOM'))
  return chosen.map((field) => resolveColumn(scope, field.name))
}
