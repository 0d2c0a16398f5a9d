import { setImmediate as breathe } from 'node:timers/promises'

/** A few milliseconds of work. */
const SLICE_ROWS = 250

/** Maps rows and lets the process do other things in between, such as to feed the database and to answer requests. */
export async function mapInSlices<Row, Result>(rows: readonly Row[], map: (row: Row) => Result): Promise<Result[]> {
  const results: Result[] = []
  for (const row of rows) {
    if (results.length > 0 && results.length % SLICE_ROWS === 0) await breathe()
    results.push(map(row))
  }
  return results
}
