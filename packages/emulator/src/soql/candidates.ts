import type { LiteralType } from '@jetstreamapp/soql-parser-js'
import type { Field } from '../org/objects/field.ts'
import type { Row, Table } from '../org/table.ts'
import { withoutAlias, type QueryScope } from './column.ts'
import type { Comparison, ConditionTree } from './condition-tree.ts'
import { literalValue } from './literal.ts'

/**
 * The few rows that can match, when the condition fixes an id, an external id or a parent; undefined when every row must be looked at.
 * This keeps look-ups quick in tables of millions of rows.
 */
export function candidates(scope: QueryScope, tree: ConditionTree): Row[] | undefined {
  if (tree.kind === 'and') return tree.of.map((part) => candidates(scope, part)).find((rows) => rows !== undefined)
  return tree.kind === 'comparison' ? indexedRows(scope, tree.comparison) : undefined
}

function indexedRows(scope: QueryScope, condition: Comparison): Row[] | undefined {
  if (!('field' in condition) || !('value' in condition)) return undefined
  if (condition.operator !== '=' && condition.operator !== 'IN') return undefined
  const field = scope.object.field(withoutAlias(scope, condition.field))
  const table = scope.org.table(scope.object.type.name)
  if (!field || !hasIndex(table, field)) return undefined
  const values = [condition.value]
    .flat()
    .map((text, at) => literalValue(scope.soql, field, { text, type: typeAt(condition.literalType, at) }))
  // An index knows no rows without a value.
  if (values.some((value) => value === null || value === '')) return undefined
  const rows = values.flatMap((value) =>
    field.type === 'id' ? [table.get(String(value))] : table.find(field.name, String(value)),
  )
  const found = rows.filter((row) => row !== undefined)
  return [...new Map(found.map((row) => [row.Id, row])).values()].toSorted((a, b) => (String(a.Id) < String(b.Id) ? -1 : 1))
}

/** External ids always have one; lookups and e-mail addresses where it costs little. */
function hasIndex(table: Table, { type, externalId, name }: Field): boolean {
  return type === 'id' || externalId || ((type === 'reference' || type === 'email') && table.canFind(name))
}

function typeAt(types: LiteralType | readonly LiteralType[] | undefined, at: number): LiteralType | undefined {
  return typeof types === 'object' ? types[at] : types
}
