import type { FieldSubquery, Query, QueryBase } from '@jetstreamapp/soql-parser-js'
import { isGone } from '../org/is-gone.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { candidates } from './candidates.ts'
import { compileChildQuery } from './child-query.ts'
import { resolveColumn, type QueryScope } from './column.ts'
import { isAggregate, type CompiledQuery } from './compiled-query.ts'
import { conditionTree, type ConditionTree } from './condition-tree.ts'
import type { Predicate } from './conditions.ts'
import { nameOf } from './function-column.ts'
import { parseSoql } from './parse-soql.ts'
import { predicate } from './predicate.ts'
import { rowOrder } from './row-order.ts'
import { searchPlan } from './search-plan.ts'
import { selectList } from './select-list.ts'
import { checkSemiJoins, semiJoinIds } from './semi-join.ts'
import { noSuchObject } from './soql-error.ts'
import { whereColumn } from './where-column.ts'

const MAX_OFFSET = 2000

export interface QueryOptions {
  /** Whether deleted records are found too, as `queryAll` does. */
  deletedToo?: boolean
  /** Whether the query goes to the Tooling API, which has objects of its own. */
  tooling?: boolean
}

/** Checks a SOQL query and makes it ready to run; throws `SalesforceError` with Salesforce's own words. */
export function compileQuery(soql: string, org: Org, user: Row, options: QueryOptions = {}): CompiledQuery {
  const query = parseSoql(soql)
  return compileSelect(scopeOf({ org, user, soql, inJoin: false }, query, options), query, options)
}

/** Checks a parsed query, or one inside another, against the object it reads. */
function compileSelect(scope: QueryScope, query: QueryBase, options: QueryOptions): CompiledQuery {
  refuseClauses(query)
  const tree = query.where && conditionTree(query.where)
  const children = ({ subquery }: FieldSubquery) =>
    compileChildQuery(scope, subquery, (child) => compileSelect(child, subquery, options))
  if (tree) checkSemiJoins(tree)
  const holds = (part: ConditionTree) => where(scope, part, options)
  // Conditions are checked first, so that the plan finds them in order.
  const matches = matcher(scope, tree && holds(tree), query, options)
  const plan = searchPlan(scope, tree, holds)
  const aggregate = isAggregate(query)
  const selected = aggregate ? [] : selectList(scope, query, children)
  return {
    object: scope.object,
    selected,
    columns: selected.filter((part) => 'read' in part),
    matches,
    deletedToo: options.deletedToo ?? false,
    order: aggregate ? undefined : rowOrder(query.orderBy, (operand) => orderColumn(scope, operand)),
    limit: query.limit ?? Infinity,
    offset: query.offset ?? 0,
    candidates: () => tree && candidates(scope, tree),
    plan,
    takesAll:
      plan.spanOnly && scope.org.access.hiddenRecords(scope.user).size === 0 && !ownOnly(query) && !findsDeleted(scope, options),
    query,
    scope,
  }
}

function scopeOf(outer: Omit<QueryScope, 'alias' | 'object'>, query: Query, options: QueryOptions): QueryScope {
  const name = query.sObject ?? ''
  const view = outer.org.view(outer.user, name)
  if (!view || view.type.tooling !== (options.tooling ?? false)) throw noSuchObject(outer.soql, name)
  return { ...outer, alias: query.sObjectAlias?.toLowerCase(), object: view }
}

function refuseClauses(query: QueryBase): void {
  const scope = query.usingScope?.toLowerCase() ?? 'everything'
  if (scope !== 'everything' && scope !== 'mine') throw emulatorLimit(`USING SCOPE ${scope}`)
  if (query.withDataCategory) throw emulatorLimit('WITH DATA CATEGORY')
  if (query.withAccessLevel?.toUpperCase() === 'SYSTEM_MODE') throw emulatorLimit('WITH SYSTEM_MODE')
  if (query.update) throw emulatorLimit(`UPDATE ${query.update}`)
  if ((query.offset ?? 0) > MAX_OFFSET)
    throw refusal('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`)
}

function orderColumn(scope: QueryScope, operand: Parameters<typeof whereColumn>[1]) {
  if (typeof operand === 'string') return resolveColumn(scope, operand)
  throw emulatorLimit(`${nameOf(operand)}() in ORDER BY of a query without aggregates`)
}

function ownOnly({ usingScope }: QueryBase): boolean {
  return usingScope?.toLowerCase() === 'mine'
}

function matcher(scope: QueryScope, wanted: Predicate | undefined, query: QueryBase, options: QueryOptions): Predicate {
  const visible = [wanted, notHidden(scope), owned(scope, query)].filter((test) => test !== undefined)
  const [only] = visible
  const holds: Predicate = visible.length > 1 ? (row) => visible.every((test) => test(row)) : (only ?? (() => true))
  return options.deletedToo ? (row) => !isGone(scope.org, row) && holds(row) : (row) => row.IsDeleted !== true && holds(row)
}

/** Deleted records have to be looked at one by one, since those that were deleted long ago are gone. */
function findsDeleted({ org, object }: QueryScope, { deletedToo = false }: QueryOptions): boolean {
  return deletedToo && org.table(object.type.name).deleted > 0
}

function where(scope: QueryScope, tree: ConditionTree, options: QueryOptions): Predicate {
  const inner = (query: Query) => compileSelect(scopeOf({ ...scope, inJoin: true }, query, options), query, options)
  return predicate(
    {
      scope,
      columnOf: (operand) => whereColumn(scope, operand),
      idsOf: (join, column) => semiJoinIds(scope, join, column, inner),
    },
    tree,
  )
}

function notHidden({ org, user }: QueryScope): Predicate | undefined {
  const hidden = org.access.hiddenRecords(user)
  return hidden.size === 0 ? undefined : (row) => !hidden.has(String(row.Id))
}

function owned({ object, user }: QueryScope, query: QueryBase): Predicate | undefined {
  if (!ownOnly(query)) return undefined
  if (!object.field('OwnerId')) throw emulatorLimit(`USING SCOPE mine on ${object.type.name}, which has no owner`)
  return (row) => row.OwnerId === user.Id
}
