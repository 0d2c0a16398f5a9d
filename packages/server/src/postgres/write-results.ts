import type { NewResult } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { outcomeBit, skipMask } from './result-codes.ts'
import { foldName } from './result-search.ts'
import { copyText } from './sql/copy-text.ts'
import type { Queryable } from './sql/sql.ts'

const BLOCK_ROWS = 500

/**
 * Appends results of a job from `firstSeq` on, and for every 500 of them one block that tells what they hold. The blocks are
 * what lists are filtered by: they cost a fraction of the indexes that would do the same.
 */
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
    `copy ${name('results')} (job_no, seq, outcome, synced_fields, skipped_for, write_back, record_id, salesforce_id, name, reason, skips) from stdin`,
    copyText(results, (result) => [
      jobNo,
      seq++,
      outcomeBit(result.outcome),
      result.syncedFields,
      skipMask(result.skips),
      result.writeBack ? 't' : 'f',
      result.recordId,
      result.salesforceId,
      result.name,
      result.reason && JSON.stringify(result.reason),
      result.skips.length === 0 ? null : JSON.stringify(result.skips),
    ]),
  )
  await on.copy(
    `copy ${name('result_blocks')} (job_no, first_seq, last_seq, outcomes, skipped_for, names, ids) from stdin`,
    copyText(blocksOf(firstSeq, results), (block) => [
      jobNo,
      block.firstSeq,
      block.firstSeq + block.results.length - 1,
      block.results.reduce((outcomes, { outcome }) => outcomes | outcomeBit(outcome), 0),
      block.results.reduce((mask, { skips }) => mask | skipMask(skips), 0),
      block.results.map(({ name: text }) => foldName(text)).join('\n'),
      block.results.map(({ salesforceId, recordId }) => `${salesforceId ?? ''} ${recordId?.toLowerCase() ?? ''}`).join('\n'),
    ]),
  )
}

function* blocksOf(firstSeq: number, results: readonly NewResult[]) {
  for (let start = 0; start < results.length; start += BLOCK_ROWS) {
    yield { firstSeq: firstSeq + start, results: results.slice(start, start + BLOCK_ROWS) }
  }
}
