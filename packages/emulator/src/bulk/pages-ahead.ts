import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import type { Row } from '../org/table.ts'
import { compressed } from '../wire/compressed.ts'
import type { CsvColumn } from '../wire/csv.ts'
import type { JobDetails } from './job-details.ts'
import type { QueryResults } from './query-results.ts'
import { pageLines } from './result-page.ts'
import { textStream } from './text-stream.ts'

/** Pages compressed with gzip, by the place of their first row. */
export type PagesAhead = ReadonlyMap<number, Uint8Array<ArrayBuffer>>

/** Makes every page of a result, one after the other. Stops with an error on `signal`. */
export async function makePages(
  { details, columns, pageRows }: { details: JobDetails; columns: readonly CsvColumn<Row>[]; pageRows: number },
  results: QueryResults,
  signal: AbortSignal,
): Promise<PagesAhead> {
  const pages = new Map<number, Uint8Array<ArrayBuffer>>()
  for (let from = 0; from < results.count; from += pageRows) {
    const lines = pageLines(details, columns, results, { from, rows: pageRows })
    pages.set(from, await buffer(compressed(textStream(lines), 'gzip')))
    await setImmediate()
    signal.throwIfAborted()
  }
  return pages
}
