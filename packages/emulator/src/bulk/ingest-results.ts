import { toId18 } from '../org/salesforce-id.ts'
import { csvLine } from '../wire/csv.ts'
import { readCsv } from '../wire/read-csv.ts'
import type { IngestJob } from './ingest-job.ts'
import type { RowOutcome } from './write-row.ts'

/** The rows that were written, as CSV lines: the id, whether the record is new, and the row as uploaded. */
export function successfulResults(job: IngestJob): Iterable<string> {
  return resultLines(job, ['sf__Id', 'sf__Created'], (outcome, givenId) =>
    'error' in outcome ? undefined : [outcome.id ?? toId18(givenId) ?? '', String(outcome.created)],
  )
}

/** The rows that were refused: the id they were given, why, and the row as uploaded. */
export function failedResults(job: IngestJob): Iterable<string> {
  return resultLines(job, ['sf__Id', 'sf__Error'], (outcome) => ('error' in outcome ? [outcome.id, outcome.error] : undefined))
}

/** The rows that the job never came to, as uploaded. */
export function* unprocessedRecords(job: IngestJob): Iterable<string> {
  const { content = '', outcomes, dialect } = job
  if (outcomes.length === 0) {
    yield content
    return
  }
  yield headerOf(job)
  let row = -1
  for (const cells of readCsv(content, dialect)) if (++row > outcomes.length) yield csvLine(cells, dialect)
}

/** Salesforce does not keep the order of the rows, and neither does this: every second row first, then the others. */
function* resultLines(
  job: IngestJob,
  added: readonly string[],
  cellsOf: (outcome: RowOutcome, givenId: string) => readonly string[] | undefined,
): Iterable<string> {
  const { content = '', outcomes, dialect } = job
  yield csvLine(added, dialect).slice(0, -dialect.lineEnding.length) + dialect.delimiter + headerOf(job)
  if (outcomes.length === 0) return
  const [header = []] = readCsv(content, dialect)
  const idColumn = header.findIndex((name) => name.toLowerCase() === 'id')
  for (const turn of [1, 0]) {
    let row = -2
    for (const cells of readCsv(content, dialect)) {
      const outcome = outcomes[++row]
      const first = outcome && row % 2 === turn ? cellsOf(outcome, cells[idColumn] ?? '') : undefined
      if (first) yield csvLine([...first, ...cells], dialect)
    }
  }
}

/** The header as it was uploaded, quoted or not. */
function headerOf({ content = '', dialect }: IngestJob): string {
  const end = content.indexOf(dialect.lineEnding)
  return (end < 0 ? content : content.slice(0, end)) + dialect.lineEnding
}
