import { type JobCounts, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { NewResult, PageOutcome, PullPage, PullProgress, ResultPage } from '../ports/index.ts'
import { oneAhead } from './one-ahead.ts'
import { PageTally } from './page-tally.ts'
import { pullBlock } from './pull-block.ts'
import { settleDeleted } from './settle-deleted.ts'
import type { PullContext } from './pull-context.ts'

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
  const counts = await context.ports.store.pulls.page(context.pullJob, async (page) => {
    const read = tries++ === 0 ? first : await readPageAgain(context, query.queryId, position.locator)
    const written = await writeBlocks(context, query, page, read, before.processed)
    after = { locator: read.next, pagesDone: position.pagesDone + 1, rowsRead: position.rowsRead + written.rowsRead }
    return { ...written.outcome, progress: after }
  })
  return { counts, position: after, readAgain: tries > 1 }
}

/** The page's blocks were used up by the first try. */
async function readPageAgain(context: PullContext, queryId: string, locator: string | null): Promise<ResultPage> {
  for await (const page of pages(context, queryId, locator)) return page
  throw new SyncError('salesforce_busy', 'Salesforce did not hand out a page of the result again.')
}

async function writeBlocks(
  context: PullContext,
  { queriesStarted }: PullProgress,
  page: PullPage,
  { blocks }: ResultPage,
  processed: number,
): Promise<{ outcome: Omit<PageOutcome, 'progress'>; rowsRead: number }> {
  const tally = new PageTally()
  let rowsRead = 0
  let last: { firstSeq: number; results: readonly NewResult[] } = { firstSeq: 0, results: [] }
  for await (const block of oneAhead(blocks)) {
    rowsRead += block.length
    const rows = await wantedRows(context, page, block, queriesStarted > 1)
    const isDeleted = (cells: string[]) => cells[context.deletedAt] === 'true'
    // Deleted rows come first, so that the winner of a merge finds the link that moved to it.
    for (const [bring, part] of [
      [settleDeleted, context.deletedAt < 0 ? [] : rows.filter(isDeleted)],
      [pullBlock, context.deletedAt < 0 ? rows : rows.filter((cells) => !isDeleted(cells))],
    ] as const) {
      if (part.length === 0) continue
      const firstSeq = 1 + processed + tally.counts.processed
      // The results of the rows before are sent behind the look-ups of these, so that the database writes while these are converted.
      const [results] = await bothDone(bring(context, page, part, firstSeq), page.addResults(last.firstSeq, last.results))
      last = { firstSeq, results }
      for (const result of results) tally.add(result)
    }
  }
  await page.addResults(last.firstSeq, last.results)
  return { outcome: { counts: tally.counts, skipReasons: tally.skipReasons }, rowsRead }
}

/** Both answers. When one fails, the other is waited for all the same: nothing may be sent on a transaction that has ended. */
async function bothDone<First, Second>(first: Promise<First>, second: Promise<Second>): Promise<[First, Second]> {
  await Promise.allSettled([first, second])
  return Promise.all([first, second])
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
