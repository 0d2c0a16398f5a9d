import { type JobCounts, SyncError } from '@pryzm/salesforce-sdk/contract'
import { mergeCauses, type PullProgress, type ResultPage, type StoredCause } from '../ports/index.ts'
import type { PullContext } from './pull-context.ts'
import { writeBlocks } from './write-blocks.ts'

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

function refuseMissingRows(expected: number, read: number): void {
  if (expected === read) return
  throw new SyncError(
    'salesforce_refused',
    `Salesforce announced ${expected} records but handed out ${read}. Nothing was lost: pull again to read them all.`,
    { details: { reason: 'rows_missing', expected, read } },
  )
}
