import type { NewResult } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { blockCells, blockColumns, blocksOf } from './result-block.ts'
import { outcomeBit, skipMask } from './result-codes.ts'
import { type CopyCell, copyText } from './sql/copy-text.ts'
import type { Queryable } from './sql/sql.ts'

export const resultColumns =
  'seq, outcome, synced_fields, skipped_for, write_back, record_id, salesforce_id, name, reason, skips, notes'

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
    result.notes?.length ? JSON.stringify(result.notes) : null,
  ]
}

/** Results go to the database by so many bytes: one statement for each block of a pull would wait for as many answers. */
const BATCH_BYTES = 512 * 1024

/** Appends results of a job on one transaction, and the blocks that they are found by. */
export interface ResultWriter {
  /** Takes results from `firstSeq` on, and stores what has come together once that is enough. */
  add(firstSeq: number, results: readonly NewResult[]): Promise<void>
  /** Stores the rest. */
  flush(): Promise<void>
}

export function resultWriter(on: Queryable, { name }: Pick<Database, 'name'>, jobNo: number): ResultWriter {
  let lines: Uint8Array<ArrayBuffer>[] = []
  let blocks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0

  async function flush(): Promise<void> {
    if (bytes === 0) return
    const copies = [
      on.copy(`copy ${name('results')} (job_no, ${resultColumns}) from stdin`, lines),
      on.copy(`copy ${name('result_blocks')} (job_no, ${blockColumns}) from stdin`, blocks),
    ]
    lines = []
    blocks = []
    bytes = 0
    await Promise.all(copies)
  }

  return {
    async add(firstSeq, results) {
      let seq = firstSeq
      for (const chunk of copyText(results, (result) => [jobNo, ...resultCells(seq++, result)])) {
        lines.push(chunk)
        bytes += chunk.length
      }
      blocks.push(...copyText(blocksOf(firstSeq, results), (block) => [jobNo, ...blockCells(block)]))
      if (bytes >= BATCH_BYTES) await flush()
    },
    flush,
  }
}
