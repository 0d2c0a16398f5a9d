import type { PullPage, RecordWrite, RecordWriteOutcome, FieldSkip } from '../ports/index.ts'
import type { PullContext } from './pull-context.ts'

/** One row on its way into Pryzm. */
export interface RowToWrite extends RecordWrite {
  values: Record<string, RecordWrite['values'][string]>
  skips: FieldSkip[]
}

/** What became of it; attributes that the host refused have moved from its values to its skips. */
export type WrittenRow =
  | Exclude<RecordWriteOutcome, { outcome: 'missing' | 'rejected' }>
  | { outcome: 'missing' }
  | { outcome: 'failed'; sentence: string }

/**
 * Writes rows in one batch. A row that the host refuses because of one attribute is offered again without it, so that the
 * rest of the record syncs.
 */
export async function writeRecords(context: PullContext, page: PullPage, rows: readonly RowToWrite[]): Promise<WrittenRow[]> {
  const written: (WrittenRow | undefined)[] = []
  let open = rows.map((_, index) => index)
  while (open.length > 0) {
    const outcomes = await writeBatch(
      context,
      page,
      open.map((index) => rows[index] as RowToWrite),
    )
    open = open.filter((index, position) => {
      const result = settle(rows[index] as RowToWrite, outcomes[position])
      if (result !== null) written[index] = result
      return result === null
    })
  }
  return written as WrittenRow[]
}

function writeBatch(
  { ports, workspace, recordType }: PullContext,
  page: PullPage,
  rows: readonly RowToWrite[],
): Promise<RecordWriteOutcome[]> {
  const batch = rows.map(({ id, kind, values }) => ({ id, kind, values }))
  return page.alone((transaction) => ports.records.write(workspace, recordType, batch, { transaction }))
}

/** Null where the row is to be offered again without the attribute that was refused. */
function settle(row: RowToWrite, outcome: RecordWriteOutcome | undefined): WrittenRow | null {
  if (outcome === undefined) throw new Error('Records.write has to answer with one outcome a row, in order.')
  if (outcome.outcome !== 'rejected') return outcome
  const { attribute, sentence } = outcome
  if (attribute === null || !(attribute in row.values)) {
    // A required attribute that was left out before says why it was.
    const skipped = row.skips.find((skip) => skip.attribute === attribute)
    return { outcome: 'failed', sentence: skipped ? `${sentence} ${skipped.sentence}` : sentence }
  }
  row.skips.push({ attribute, reason: 'rejected_by_pryzm', sentence, dropped: row.values[attribute] })
  delete row.values[attribute]
  return null
}
