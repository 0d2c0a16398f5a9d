import type { NewResult } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { blockCells, blockColumns, blocksOf } from './result-block.ts'
import { outcomeBit, skipMask } from './result-codes.ts'
import { type CopyCell, copyText } from './sql/copy-text.ts'
import type { Queryable } from './sql/sql.ts'

export const resultColumns = 'seq, outcome, synced_fields, skipped_for, write_back, record_id, salesforce_id, name, reason, skips'

/** The cells of a result, in the order of `resultColumns`. */
export function resultCells(seq: number, result: NewResult): CopyCell[] {
  return [
    seq,
    outcomeBit(result.outcome),
    result.syncedFields,
    skipMask(result.skips),
    result.writeBack ? 't' : 'f',
    result.recordId,
    result.salesforceId,
    result.name,
    result.reason && JSON.stringify(result.reason),
    result.skips.length === 0 ? null : JSON.stringify(result.skips),
  ]
}

/** Appends results of a job from `firstSeq` on, and the blocks that they are found by. */
export async function writeResults(
  on: Queryable,
  { name }: Pick<Database, 'name'>,
  jobNo: number,
  firstSeq: number,
  results: readonly NewResult[],
): Promise<void> {
  if (results.length === 0) return
  let seq = firstSeq
  await on.copy(
    `copy ${name('results')} (job_no, ${resultColumns}) from stdin`,
    copyText(results, (result) => [jobNo, ...resultCells(seq++, result)]),
  )
  await on.copy(
    `copy ${name('result_blocks')} (job_no, ${blockColumns}) from stdin`,
    copyText(blocksOf(firstSeq, results), (block) => [jobNo, ...blockCells(block)]),
  )
}
