import type { NewResult, PageOutcome, PullPage, PullProgress, ResultPage, StoredCause } from '../ports/index.ts'
import { type LookedUp, lookUp } from './match-block.ts'
import { oneAhead } from './one-ahead.ts'
import { PageTally } from './page-tally.ts'
import { prepareBlock } from './prepare-block.ts'
import type { PullContext } from './pull-context.ts'
import { settleDeleted } from './settle-deleted.ts'
import { writeBlock } from './write-block.ts'

/** What the blocks of a page came to. */
export interface WrittenBlocks {
  outcome: Omit<PageOutcome, 'progress' | 'causes'> & { causes: StoredCause[] }
  rowsRead: number
}

/**
 * Writes the blocks of a page. Each is read and looked up, prepared, written, and told of; four are under way at once in these
 * stages, so that neither the database nor this process waits for the other. `processed` results come before them.
 */
export async function writeBlocks(
  context: PullContext,
  { queriesStarted }: PullProgress,
  page: PullPage,
  { blocks }: ResultPage,
  processed: number,
): Promise<WrittenBlocks> {
  const tally = new PageTally(context.job.causes)
  const taken = new Set<string>()
  let rowsRead = 0
  let nextSeq = processed + 1
  let writing = Promise.resolve()
  let telling = Promise.resolve()

  /** Hands results over behind those of the block before; resolves once those are taken. */
  function tell(firstSeq: number, results: readonly NewResult[]): Promise<void> {
    for (const result of results) tally.add(result)
    const before = telling
    telling = metLater(before.then(() => page.addResults(firstSeq, results)))
    return before
  }

  async function* lookedUp(): AsyncGenerator<LookedUp> {
    for await (const block of blocks) {
      rowsRead += block.length
      const { deleted, rows } = apart(context, await wantedRows(context, page, block, queriesStarted > 1))
      if (deleted.length > 0) {
        // Deleted rows come first, so that the winner of a merge finds the link that moved to it.
        await writing
        await tell(nextSeq, await settleDeleted(context, page, deleted))
        nextSeq += deleted.length
      }
      yield await lookUp(context, page, rows)
    }
  }

  try {
    // What is deleted has to be settled before later blocks are looked up, and after all earlier ones are written.
    for await (const looked of mayHoldDeleted(context) ? lookedUp() : oneAhead(lookedUp())) {
      const prepared = await prepareBlock(context, page, looked, taken)
      const firstSeq = nextSeq
      nextSeq += looked.rows.length
      await writing
      writing = metLater(writeBlock(context, page, prepared, firstSeq).then((results) => tell(firstSeq, results)))
    }
    await writing
    await telling
  } catch (error) {
    // Where a write has failed, what was sent after it only says that it has.
    for (const end of await Promise.allSettled([writing, telling])) if (end.status === 'rejected') throw end.reason
    throw error
  }
  return { outcome: { counts: tally.counts, skipReasons: tally.skipReasons, causes: tally.causes }, rowsRead }
}

/** The same promise, whose failure is met when its turn comes, not before. */
function metLater<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined)
  return promise
}

function mayHoldDeleted({ deletedAt }: PullContext): boolean {
  return deletedAt >= 0
}

function apart(context: PullContext, block: string[][]): { deleted: string[][]; rows: string[][] } {
  if (!mayHoldDeleted(context)) return { deleted: [], rows: block }
  const isDeleted = (cells: string[]) => cells[context.deletedAt] === 'true'
  return { deleted: block.filter(isDeleted), rows: block.filter((cells) => !isDeleted(cells)) }
}

/** Leaves out rows that a retry did not ask for, and those that the job did before its query was started again. */
async function wantedRows(
  { only, idAt }: PullContext,
  page: PullPage,
  block: string[][],
  startedAgain: boolean,
): Promise<string[][]> {
  const asked = only ? block.filter((cells) => only.has(cells[idAt] ?? '')) : block
  if (!startedAgain || asked.length === 0) return asked
  const done = await page.alreadyDone(asked.map((cells) => cells[idAt] ?? ''))
  return asked.filter((cells) => !done.has(cells[idAt] ?? ''))
}
