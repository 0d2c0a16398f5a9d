import type { Subquery } from '@jetstreamapp/soql-parser-js'
import { childRelationships } from '../org/child-relationships.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { QueryScope } from './column.ts'
import { isAggregate, type ChildQuery, type CompiledQuery } from './compiled-query.ts'
import { noSuchChildren } from './soql-error.ts'

/** Checks a query for children against its parent's scope; throws Salesforce's refusals. `compile` checks the query itself. */
export function compileChildQuery(
  parent: QueryScope,
  subquery: Subquery,
  compile: (scope: QueryScope) => CompiledQuery,
): ChildQuery {
  const { relationshipName } = subquery
  const wanted = relationshipName.toLowerCase()
  const found = childRelationships(parent.org.schema, parent.object.type).find(({ name }) => name?.toLowerCase() === wanted)
  const view = found && parent.org.view(parent.user, found.child.name)
  if (!found?.name || !view) throw noSuchChildren(parent.soql, relationshipName)
  if (isAggregate(subquery)) throw refusal('MALFORMED_QUERY', 'only root queries support aggregate expressions')
  const scope: QueryScope = { ...parent, object: view, alias: subquery.sObjectAlias?.toLowerCase() }
  const query = compile(scope)
  const table = parent.org.table(found.child.name)
  return {
    relationship: found.name,
    query,
    rowsOf: (row) => {
      const rows = table.find(found.field, String(row.Id)).filter(query.matches)
      return (query.order ? rows.toSorted(query.order) : rows).slice(query.offset, query.offset + query.limit)
    },
  }
}
