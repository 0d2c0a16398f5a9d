import type { Query } from '@jetstreamapp/soql-parser-js'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import type { Column, QueryScope } from './column.ts'
import type { CompiledQuery } from './compiled-query.ts'
import type { ConditionTree, SemiJoin } from './condition-tree.ts'
import { matchingRows } from './run-query.ts'
import { errorAt } from './soql-error.ts'

const MAX_JOINS = 2

/** Throws where queries stand inside a WHERE clause in a way that Salesforce does not allow. */
export function checkSemiJoins(tree: ConditionTree): void {
  const joins = joinsOf(tree)
  if (joins.length === 0) return
  if (joins.length > MAX_JOINS) throw malformed(`Maximum ${MAX_JOINS} semi join sub-selects are allowed`)
  if (tree.kind === 'or') throw malformed("Semi join sub-selects are not allowed with the 'OR' operator")
  const parts = tree.kind === 'and' ? tree.of : [tree]
  if (parts.some((part) => part.kind !== 'comparison' && joinsOf(part).length > 0)) {
    throw malformed(
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    )
  }
}

/** Makes the function that gives the ids of a semi-join; its query runs when it is first called. `compile` checks that query. */
export function semiJoinIds(
  outer: QueryScope,
  { valueQuery, operator, field }: SemiJoin,
  column: Column,
  compile: (query: Query) => CompiledQuery,
): () => ReadonlySet<string> {
  if (outer.inJoin) throw malformed('Nesting of semi join sub-selects is not supported')
  if (operator !== 'IN' && operator !== 'NOT IN') throw malformed("unexpected token: '('")
  if (column.field.type !== 'id' && column.field.type !== 'reference') throw emulatorLimit(`a query inside IN for ${field}`)
  if (column.parents.length > 0) throw emulatorLimit(`a query inside IN for a field of a parent such as ${field}`)
  refuseClauses(valueQuery)
  const inner = compile(valueQuery)
  const [selected] = inner.columns
  if (!selected || inner.selected.length > 1) throw malformed('Semi join sub-selects can only query one field')
  if (inner.object.type.name === outer.object.type.name)
    throw malformed('The inner and outer selects should not be on the same object type')
  if (selected.field.type !== 'id' && selected.field.type !== 'reference')
    throw malformed(`Semi join sub-selects can only query id fields, cannot use: '${selected.field.name}'`)
  if (!targetsOf(inner, selected).some((target) => targetsOf({ object: outer.object }, column).includes(target)))
    throw mismatch(outer.soql, selected.field.name, field)
  let ids: ReadonlySet<string> | undefined
  return () => (ids ??= idsOf(inner, selected))
}

function idsOf(inner: CompiledQuery, { read }: Column): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const row of matchingRows(inner.scope.org, inner)) {
    const id = read(row)
    if (id !== null) ids.add(String(id))
  }
  return ids
}

/** The objects whose ids a column holds. */
function targetsOf({ object }: Pick<CompiledQuery, 'object'>, { field, parents }: Column): readonly string[] {
  return field.type === 'id' ? [(parents.at(-1)?.object ?? object).type.name] : field.referenceTo
}

function refuseClauses(query: Query): void {
  const clause = query.groupBy ? 'GROUP' : query.orderBy ? 'ORDER' : query.limit !== undefined ? 'LIMIT' : undefined
  if (clause) throw malformed(`missing value at '${clause}'`)
}

function mismatch(soql: string, selected: string, outer: string) {
  const at = Math.max(1, soql.toLowerCase().search(new RegExp(`\\b${outer.toLowerCase()}\\s+(?:not\\s+)?in\\b`)))
  const sentence = `The selected field '${selected}' in the subquery and the left operand field in the where expression in the outer query '${outer}' should point to the same object type`
  return errorAt('MALFORMED_QUERY', soql, at - 1, sentence)
}

function malformed(sentence: string) {
  return refusal('MALFORMED_QUERY', sentence)
}

function joinsOf(tree: ConditionTree): SemiJoin[] {
  if (tree.kind === 'comparison') return 'valueQuery' in tree.comparison ? [tree.comparison] : []
  return tree.kind === 'not' ? joinsOf(tree.of) : tree.of.flatMap(joinsOf)
}
