import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { PullProgress, Watermark } from '../ports/index.ts'
import { maxIdsInQuery, pullQuery, type PullRange } from '../rules/pull-query.ts'
import type { PullContext } from './pull-context.ts'

const dayMs = 24 * 60 * 60_000
const maxQueries = 5

export type StartedQuery = PullProgress & { queryId: string }

/** Whether the query under way, if any, is good to go on with. */
function queryHolds({ progress }: PullContext['job'], planHash: string, now: Date): boolean {
  const { queryId, queriedAt, planHash: startedWith } = progress
  return queryId !== null && queriedAt !== null && startedWith === planHash && now.getTime() - queriedAt.getTime() < dayMs
}

/** Starts the job's query, or starts it again: rows that the job has a result for are then passed over. */
export async function startQuery(context: PullContext): Promise<StartedQuery> {
  const { ports, job, open, object, plan, planHash, columns, withDeleted } = context
  if (job.progress.queriesStarted >= maxQueries)
    throw new SyncError('salesforce_busy', `Salesforce lost the result of this pull ${maxQueries} times. Pull again later.`)
  const { range, why } = await chooseRange(context)
  const { queryId, at } = await open.org.startQuery(pullQuery(object, { columns, condition: plan.condition }, range), {
    withDeleted,
  })
  const progress: StartedQuery = {
    ...job.progress,
    phase: 'query',
    queryId,
    queriedAt: at,
    planHash,
    locator: null,
    pagesDone: 0,
    rowsRead: 0,
    queriesStarted: job.progress.queriesStarted + 1,
  }
  await ports.store.jobs.change(job.id, { progress, ...(why && { reason: why }) })
  job.progress = progress
  return progress
}

/** The query that the job is on, or a new one. */
export function holdingQuery({ job, planHash, ports }: PullContext): StartedQuery | null {
  const { progress } = job
  return queryHolds(job, planHash, ports.clock.now()) ? (progress as StartedQuery) : null
}

interface ChosenRange {
  range: PullRange
  /** Why everything is read although only changes were asked for. */
  why: { code: string; sentence: string } | null
}

async function chooseRange({ ports, job, pullJob, open, planHash }: PullContext): Promise<ChosenRange> {
  const everything: PullRange = { since: null, ids: [] }
  if (job.onlyIds) return { range: { since: null, ids: job.onlyIds.length > maxIdsInQuery ? [] : job.onlyIds }, why: null }
  if (job.mode !== 'changes') return { range: everything, why: null }
  const watermark = await ports.store.pulls.watermark(pullJob.scope)
  const sentence = whyEverything(watermark, { userId: open.userId, planHash, now: ports.clock.now() })
  if (watermark === null || sentence !== null)
    return { range: everything, why: { code: 'full_instead', sentence: sentence ?? 'There was no complete pull before.' } }
  return { range: { since: watermark.at, ids: watermark.failedIds }, why: null }
}

function whyEverything(watermark: Watermark | null, now: { userId: string; planHash: string; now: Date }): string | null {
  if (watermark === null) return 'Everything was read, because there was no complete pull before.'
  if (watermark.userId !== now.userId) return 'Everything was read, because another Salesforce user is connected now.'
  if (watermark.planHash !== now.planHash) return 'Everything was read, because the mapping or the visible fields have changed.'
  if (now.now.getTime() - watermark.at.getTime() > 14 * dayMs)
    return 'Everything was read, because the last complete pull was more than 14 days ago.'
  return watermark.failedIds.length > maxIdsInQuery ? 'Everything was read, because many records had failed.' : null
}
