import { setImmediate } from 'node:timers/promises'
import type { Row, Snapshot } from '../org/table.ts'
import type { CompiledQuery } from '../soql/compiled-query.ts'

/** Rows looked at before other requests get their turn. */
const SLICE = 2_000

/** What a query job found. The same row is at the same place at every reading. */
export interface QueryResults {
  readonly count: number
  /** The rows from place `from` (0 or more) on. */
  rows(from: number): Iterable<Row>
}

/** What a job searches, fixed when it was created. */
export interface SearchedRows {
  readonly snapshot: Snapshot
  /** The few rows that can match, where the query names ids. */
  readonly candidates: readonly Row[] | undefined
  readonly deletedToo: boolean
}

/** Runs a query over a snapshot, a slice at a time; `found` hears how many rows there are so far. Stops with an error on `signal`. */
export async function findResults(
  query: CompiledQuery,
  searched: SearchedRows,
  found: (count: number) => void,
  signal: AbortSignal,
): Promise<QueryResults> {
  const { snapshot, candidates, deletedToo } = searched
  if (candidates) return sorted(candidates.filter(query.matches), query)
  const everyRow = query.takesAll && (deletedToo || snapshot.deleted === 0)
  if (everyRow && !query.order) return wholeSpan(snapshot, query)
  const matches = new MatchingRows(snapshot, query)
  while (!matches.complete) {
    matches.lookAt(SLICE)
    found(matches.count)
    await setImmediate()
    signal.throwIfAborted()
  }
  return query.order ? sorted(matches.rows(0), query) : matches
}

function sorted(rows: Iterable<Row>, { order, limit }: CompiledQuery): QueryResults {
  const inOrder = order ? [...rows].toSorted(order) : [...rows]
  const kept = inOrder.slice(0, limit)
  return { count: kept.length, rows: (from) => kept.slice(from) }
}

function wholeSpan(snapshot: Snapshot, { plan, limit }: CompiledQuery): QueryResults {
  const [first, end] = plan.span(snapshot)
  const count = Math.max(0, Math.min(end - first, limit))
  return {
    count,
    *rows(from) {
      for (let place = from; place < count; place++) yield snapshot.row(first + place)
    },
  }
}

/** The rows of a snapshot that match a query, by id. Keeps where every thousandth is, so that reading can start anywhere. */
class MatchingRows implements QueryResults {
  static readonly #APART = 1_000
  readonly #snapshot: Snapshot
  readonly #query: CompiledQuery
  readonly #limit: number
  readonly #marks: number[] = []
  readonly #end: number
  #looked: number
  #count = 0

  constructor(snapshot: Snapshot, query: CompiledQuery) {
    this.#snapshot = snapshot
    this.#query = query
    this.#limit = query.order ? Infinity : query.limit
    ;[this.#looked, this.#end] = query.plan.span(snapshot)
  }

  get count(): number {
    return this.#count
  }

  get complete(): boolean {
    return this.#looked >= this.#end || this.#count >= this.#limit
  }

  lookAt(records: number): void {
    const stop = Math.min(this.#looked + records, this.#end)
    for (; this.#looked < stop && this.#count < this.#limit; this.#looked++) {
      if (!this.#query.plan.mayMatch(this.#snapshot, this.#looked)) continue
      if (!this.#query.matches(this.#snapshot.row(this.#looked))) continue
      if (this.#count % MatchingRows.#APART === 0) this.#marks.push(this.#looked)
      this.#count++
    }
  }

  *rows(from: number): Iterable<Row> {
    const mark = Math.floor(from / MatchingRows.#APART)
    let place = mark * MatchingRows.#APART
    for (let position = this.#marks[mark] ?? Infinity; place < this.#count; position++) {
      if (!this.#query.plan.mayMatch(this.#snapshot, position)) continue
      const row = this.#snapshot.row(position)
      if (!this.#query.matches(row)) continue
      if (place >= from) yield row
      place++
    }
  }
}
