import type { Org } from '../org/org.ts'
import type { Row, Snapshot } from '../org/table.ts'
import type { CompiledQuery } from './compiled-query.ts'
import { countRows, queryRows } from './run-query.ts'
import { matchesFrom } from './search-plan.ts'

/** The rows of a query as they were at one moment, read page by page. */
export interface QueryResult {
  /** How many rows there are in all. */
  readonly total: number
  page(offset: number, size: number): Row[]
  /** Lets go of what was kept for later pages. */
  release(): void
}

/** A search through a larger table may find more than can be held. */
const LISTED_TABLE_SIZE = 100_000
/** So many are held even then. */
const LISTED_ROWS = 20_000

export function openResult(org: Org, query: CompiledQuery): QueryResult {
  const table = org.table(query.object.type.name)
  if (query.order !== undefined || query.candidates() !== undefined) return listedResult([...queryRows(org, query)])
  if (query.takesAll) return new SnapshotResult(table.snapshot(), query, countRows(org, query))
  if (table.size <= LISTED_TABLE_SIZE) return listedResult([...queryRows(org, query)])
  const found: Row[] = []
  let count = 0
  for (const row of queryRows(org, query)) if (++count <= LISTED_ROWS) found.push(row)
  return count === found.length ? listedResult(found) : new SnapshotResult(table.snapshot(), query, count)
}

/** A result that is already there. */
export function listedResult(rows: Row[]): QueryResult {
  return { total: rows.length, page: (offset, size) => rows.slice(offset, offset + size), release: () => rows.splice(0) }
}

/** Walks a snapshot and remembers where each page began, so that reading on and reading again are both quick. */
class SnapshotResult implements QueryResult {
  readonly total: number
  readonly #snapshot: Snapshot
  readonly #query: CompiledQuery
  /** From the number of a result row to its position in the snapshot. */
  readonly #pageStarts = new Map([[0, 0]])

  constructor(snapshot: Snapshot, query: CompiledQuery, total: number) {
    this.total = total
    this.#snapshot = snapshot
    this.#query = query
  }

  page(offset: number, size: number): Row[] {
    const end = Math.min(offset + size, this.total)
    const first = offset + this.#query.offset
    const last = end + this.#query.offset
    const rows: Row[] = []
    let [at, position] = this.#nearestStart(first)
    for (const [place, row] of at < last ? matchesFrom(this.#snapshot, this.#query, position) : []) {
      if (at >= first) rows.push(row)
      at++
      position = place + 1
      if (at >= last) break
    }
    this.#pageStarts.set(at, position)
    return rows
  }

  release(): void {
    this.#snapshot.release()
  }

  #nearestStart(wanted: number): [number, number] {
    let best: [number, number] = [0, 0]
    for (const start of this.#pageStarts) if (start[0] <= wanted && start[0] > best[0]) best = start
    return best
  }
}
