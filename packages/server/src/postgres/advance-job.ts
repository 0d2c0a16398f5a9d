import type { JobCounts } from '@pryzm/salesforce-sdk/contract'
import { JobTakenOver, mergeCauses, type PageOutcome } from '../engine/ports/index.ts'
import { type Database, firstRow } from './database.ts'
import { countsOf, progressColumns } from './job-row.ts'
import type { Queryable } from './sql/sql.ts'

/** How much the newest page weighs in the rate that people see. */
const NEWEST_PAGE_WEIGHT = 0.4

/** Adds a page's counts to its job and moves the checkpoint; rejects with `JobTakenOver` where another worker has moved it before. */
export async function advanceJob(
  transaction: Queryable,
  { tables }: Database,
  jobId: string,
  { counts, skipReasons, causes, progress }: PageOutcome,
  now: Date,
): Promise<JobCounts> {
  const job = await firstRow(transaction, tables.selectFrom('jobs').selectAll().where('id', '=', jobId).forUpdate())
  const startsOver = progress.pagesDone === 0
  if (!job || job.deleting || (progress.pagesDone !== undefined && !startsOver && progress.pagesDone !== job.pages_done + 1))
    throw new JobTakenOver(jobId)

  const reasons = new Map(Object.entries(job.skip_reasons))
  for (const [reason, fields] of skipReasons) reasons.set(reason, (reasons.get(reason) ?? 0) + fields)
  const changed = await firstRow(
    transaction,
    tables
      .updateTable('jobs')
      .set({
        ...progressColumns(progress),
        processed: job.processed + counts.processed,
        created: job.created + counts.created,
        updated: job.updated + counts.updated,
        unchanged: job.unchanged + counts.unchanged,
        skipped: job.skipped + counts.skipped,
        failed: job.failed + counts.failed,
        with_skipped_fields: job.with_skipped_fields + counts.withSkippedFields,
        skipped_fields: job.skipped_fields + counts.skippedFields,
        skip_reasons: JSON.stringify(Object.fromEntries(reasons)),
        ...(causes.length > 0 && { causes: JSON.stringify(mergeCauses(job.causes, causes)) }),
        ...(counts.processed > 0 && {
          rate: rateAfter(job.rate, counts.processed, job.counted_at ?? job.started_at ?? job.queued_at, now),
          counted_at: now,
        }),
      })
      .where('no', '=', job.no)
      .returningAll(),
  )
  return countsOf(changed ?? job)
}

/** Records per second of late: the newest page's, smoothed by those before. */
function rateAfter(rate: number | null, records: number, since: Date, now: Date): number {
  const newest = records / Math.max((now.getTime() - since.getTime()) / 1000, 0.001)
  return rate === null ? newest : rate * (1 - NEWEST_PAGE_WEIGHT) + newest * NEWEST_PAGE_WEIGHT
}
