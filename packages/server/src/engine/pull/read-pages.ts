import { type JobCounts, SyncError } from '@pryzm/salesforce-sdk/contract'
import {
  mergeCauses,
  type NewResult,
  type PageOutcome,
  type PullPage,
  type PullProgress,
  type ResultPage,
  type StoredCause,
} from '../ports/index.ts'
import { bothDone } from './both-done.ts'
import { oneAhead } from './one-ahead.ts'
import { PageTally } from './page-tally.ts'
import { prepareBlock } from './prepare-block.ts'
import { settleDeleted } from './settle-deleted.ts'
import type { PullContext } from './pull-context.ts'
import { writeBlock } from './write-block.ts'

/** Where reading stands; a page moves it on, together with its writes. */
type Position = Pick<PullProgress, 'locator' | 'pagesDone' | 'rowsRead'>

/** What ended the reading: the last page, or somebody's wish to stop. */
export type PagesEnd = 'done' | 'stopped'

/**
 * Reads the result of a query page by page, each written in one transaction with its checkpoint, so that a worker killed at
 * any moment leaves whole pages behind. `mayGoOn` is asked between pages.
 */
export async function readPages(
  context: PullContext,
  from: PullProgress & { queryId: string },
  mayGoOn: () => Promise<boolean>,
): Promise<PagesEnd> {
  const { job, signal } = context
  let counts: JobCounts = job.counts
  let position: Position = from
  let more = from.pagesDone === 0 || from.locator !== null
  while (more) {
    let readAgain = false
    for await (const first of pages(context, from.queryId, position.locator)) {
      if (signal.aborted || !(await mayGoOn())) return 'stopped'
      const written = await writePage(context, from, position, counts, first)
      ;({ counts, position, readAgain } = written)
      Object.assign(job, { counts })
      await context.progressed()
      more = position.locator !== null
      // The page was read anew, maybe cut elsewhere, so the reader ahead is no longer at the right place.
      if (readAgain) break
    }
    if (!readAgain) break
  }
  if (signal.aborted) return 'stopped'
  refuseMissingRows((await context.open.org.queryStatus(from.queryId)).recordsProcessed, position.rowsRead)
  return 'done'
}

function pages({ open, columns, signal }: PullContext, queryId: string, from: string | null): AsyncIterable<ResultPage> {
  return open.org.resultPages(queryId, { columns, from, signal })
}

async function writePage(
  context: PullContext,
  query: PullProgress & { queryId: string },
  position: Position,
  before: JobCounts,
  first: ResultPage,
): Promise<{ counts: JobCounts; position: Position; readAgain: boolean }> {
  let tries = 0
  let after = position
  let causes: StoredCause[] = []
  const counts = await context.ports.store.pulls.page(context.pullJob, async (page) => {
    const read = tries++ === 0 ? first : await readPageAgain(context, query.queryId, position.locator)
    const written = await writeBlocks(context, query, page, read, before.processed)
    causes = written.outcome.causes
    after = { locator: read.next, pagesDone: position.pagesDone + 1, rowsRead: position.rowsRead + written.rowsRead }
    return { ...written.outcome, progress: after }
  })
  Object.assign(context.job, { causes: mergeCauses(context.job.causes, causes) })
  return { counts, position: after, readAgain: tries > 1 }
}

/** The page's blocks were used up by the first try. */
async function readPageAgain(context: PullContext, queryId: string, locator: string | null): Promise<ResultPage> {
  for await (const page of pages(context, queryId, locator)) return page
  throw new SyncError('salesforce_busy', 'Salesforce did not hand out a page of the result again.')
}

/** Writes the blocks of a page; each is prepared while the database is still busy with the one before. */
async function writeBlocks(
  context: PullContext,
  { queriesStarted }: PullProgress,
  page: PullPage,
  { blocks }: ResultPage,
  processed: number,
): Promise<{ outcome: Omit<PageOutcome, 'progress' | 'causes'> & { causes: StoredCause[] }; rowsRead: number }> {
  const tally = new PageTally(context.job.causes)
  const taken = new Set<string>()
  let rowsRead = 0
  let nextSeq = processed + 1
  let writing = Promise.resolve()
  let telling = Promise.resolve()

  /** Sends results behind those of the block before; resolves once those are stored. */
  function tell(firstSeq: number, results: readonly NewResult[]): Promise<void> {
    for (const result of results) tally.add(result)
    const before = telling
    telling = awaitedLater(before.then(() => page.addResults(firstSeq, results)))
    return before
  }

  try {
    for await (const block of oneAhead(blocks)) {
      rowsRead += block.length
      const { deleted, rows } = apart(context, await wantedRows(context, page, block, queriesStarted > 1))
      if (deleted.length > 0) {
        // Deleted rows come first, so that the winner of a merge finds the link that moved to it.
        await writing
        await tell(nextSeq, await settleDeleted(context, page, deleted))
        nextSeq += deleted.length
      }
      const [prepared] = await bothDone(prepareBlock(context, page, rows, taken), writing)
      const firstSeq = nextSeq
      nextSeq += rows.length
      writing = awaitedLater(writeBlock(context, page, prepared, firstSeq).then((results) => tell(firstSeq, results)))
    }
    await writing
    await telling
  } finally {
    // Nothing may be sent on a transaction that has ended.
    await Promise.allSettled([writing, telling])
  }
  return { outcome: { counts: tally.counts, skipReasons: tally.skipReasons, causes: tally.causes }, rowsRead }
}

/** The same promise, whose failure is met when its turn comes, not before. */
function awaitedLater<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined)
  return promise
}

function apart({ deletedAt }: PullContext, block: string[][]): { deleted: string[][]; rows: string[][] } {
  if (deletedAt < 0) return { deleted: [], rows: block }
  const isDeleted = (cells: string[]) => cells[deletedAt] === 'true'
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

function refuseMissingRows(expected: number, read: number): void {
  if (expected === read) return
  throw new SyncError(
    'salesforce_refused',
    `Salesforce announced ${expected} records but handed out ${read}. Nothing was lost: pull again to read them all.`,
    { details: { reason: 'rows_missing', expected, read } },
  )
}
