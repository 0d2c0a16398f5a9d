import { csvDialect } from '../wire/csv-dialect.ts'
import { type CsvColumn, csvLines } from '../wire/csv.ts'
import type { Row } from '../org/table.ts'
import type { JobDetails } from './job-details.ts'
import type { QueryResults } from './query-results.ts'

/** Part of a query's result, by the place of its first row. */
export interface ResultPage {
  from: number
  /** How many rows at most. */
  rows: number
}

/** Where the next page starts. */
export function pageEnd({ from, rows }: ResultPage, { count }: QueryResults): number {
  return Math.min(from + rows, count)
}

/** The lines of a page, its header first. */
export function pageLines(
  { columnDelimiter, lineEnding }: JobDetails,
  columns: readonly CsvColumn<Row>[],
  results: QueryResults,
  page: ResultPage,
): Iterable<string> {
  const rows = take(results.rows(page.from), pageEnd(page, results) - page.from)
  return csvLines(columns, rows, csvDialect(columnDelimiter, lineEnding))
}

function* take<T>(values: Iterable<T>, count: number): Iterable<T> {
  let left = count
  if (left <= 0) return
  for (const value of values) {
    yield value
    if (--left === 0) return
  }
}
