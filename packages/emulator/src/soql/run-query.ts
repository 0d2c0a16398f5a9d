import type { Row } from '../org/table.ts'
import type { Org } from '../org/org.ts'
import type { CompiledQuery } from './compiled-query.ts'
import type { RowOrder } from './row-order.ts'

/** The rows of a query, in its order, within its LIMIT and OFFSET. */
export function* queryRows(org: Org, query: CompiledQuery): Iterable<Row> {
  const end = query.offset + query.limit
  let at = 0
  for (const row of orderedRows(org, query, end)) {
    if (at >= end) return
    if (at >= query.offset) yield row
    at++
  }
}

/** How many rows the query has, without making them where that can be known otherwise. */
export function countRows(org: Org, query: CompiledQuery): number {
  const within = (count: number) => Math.max(0, Math.min(count - query.offset, query.limit))
  if (query.takesAll) return within(liveRows(org, query))
  let count = 0
  for (const _ of matchingRows(org, query)) count++
  return within(count)
}

function liveRows(org: Org, query: CompiledQuery): number {
  const { size, deleted } = org.table(query.object.type.name)
  return query.matches({ IsDeleted: true }) ? size : size - deleted
}

/** Every row that matches, by id, without LIMIT and OFFSET. */
export function* matchingRows(org: Org, query: CompiledQuery): Iterable<Row> {
  const rows = query.candidates() ?? org.table(query.object.type.name).rows()
  for (const row of rows) if (query.matches(row)) yield row
}

function orderedRows(org: Org, query: CompiledQuery, wanted: number): Iterable<Row> {
  const rows = matchingRows(org, query)
  return query.order ? firstInOrder(rows, query.order, wanted) : rows
}

/** Sorts, keeping no more than twice the wanted rows at a time. */
function firstInOrder(rows: Iterable<Row>, order: RowOrder, wanted: number): Row[] {
  const limit = Math.max(wanted * 2, 1000)
  let kept: Row[] = []
  for (const row of rows) {
    kept.push(row)
    if (kept.length >= limit) kept = kept.toSorted(order).slice(0, wanted)
  }
  return kept.toSorted(order).slice(0, wanted)
}
