import type { Row } from '../org/table.ts'
import type { Org } from '../org/org.ts'
import type { CompiledQuery } from './compiled-query.ts'
import type { RowOrder } from './row-order.ts'
import { matchesFrom } from './search-plan.ts'

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
  if (query.takesAll) return within(recordsInSpan(org, query))
  let count = 0
  for (const _ of matchingRows(org, query)) count++
  return within(count)
}

function recordsInSpan(org: Org, query: CompiledQuery): number {
  const snapshot = org.table(query.object.type.name).snapshot()
  const [from, to] = query.plan.span(snapshot)
  const whole = Math.max(0, to - from)
  let deleted = 0
  if (snapshot.deleted > 0 && !query.deletedToo) {
    if (whole === snapshot.size) deleted = snapshot.deleted
    else for (let place = from; place < to; place++) deleted += Number(snapshot.cell(place, 'IsDeleted') === true)
  }
  snapshot.release()
  return whole - deleted
}

/** Every row that matches, by id, without LIMIT and OFFSET. */
export function* matchingRows(org: Org, query: CompiledQuery): Iterable<Row> {
  const candidates = query.candidates()
  if (candidates) {
    yield* candidates.filter(query.matches)
    return
  }
  const snapshot = org.table(query.object.type.name).snapshot()
  try {
    for (const [, row] of matchesFrom(snapshot, query)) yield row
  } finally {
    snapshot.release()
  }
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
