import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { PullProgress } from '../ports/index.ts'
import { awaitQuery } from './await-query.ts'
import type { PullContext } from './pull-context.ts'
import { readPages } from './read-pages.ts'
import { resolveRelations } from './resolve-relations.ts'
import { holdingQuery, startQuery } from './start-query.ts'
import { writeBack } from './write-back.ts'

/**
 * Pulls one object from wherever its job stands: query, pages, relations, write-back. False where somebody wanted it to stop
 * before its end.
 */
export async function pullObject(context: PullContext, mayGoOn: () => Promise<boolean>): Promise<boolean> {
  const { job, pullJob, ports } = context
  if (isReading(job.progress)) {
    if (!(await readEverything(context, mayGoOn))) return false
    await moveTo(context, 'relations')
  }
  if (job.progress.phase === 'relations') {
    await resolveRelations(ports, pullJob)
    await moveTo(context, 'write_back')
  }
  if (job.progress.phase === 'write_back') {
    if (!(await writeBack(context, mayGoOn))) return false
    await keepWatermark(context)
    await moveTo(context, 'done')
  }
  return true
}

async function readEverything(context: PullContext, mayGoOn: () => Promise<boolean>): Promise<boolean> {
  for (;;) {
    const query = holdingQuery(context) ?? (await startQuery(context))
    try {
      if (!(await awaitQuery(context, query.queryId, mayGoOn))) return false
      await moveTo(context, 'pages')
      return (await readPages(context, query, mayGoOn)) === 'done'
    } catch (error) {
      // The result expired at Salesforce, or its locator is lost: the query is started again and converges.
      if (!(error instanceof SyncError) || error.code !== 'not_found') throw error
      await forgetQuery(context)
    }
  }
}

async function forgetQuery({ ports, job }: PullContext): Promise<void> {
  await ports.store.jobs.change(job.id, { progress: { queryId: null } })
  job.progress = { ...job.progress, queryId: null }
}

/** What a later pull of changes builds on; a retry of single records says nothing about the rest. */
async function keepWatermark({ ports, job, pullJob, open, planHash, only }: PullContext): Promise<void> {
  const at = job.progress.queriedAt
  if (only !== null || at === null) return
  const { jobs, pulls } = ports.store
  const everyFailed = { outcome: 'failed', reason: null, cause: null } as const
  const [failed, pending] = await Promise.all([jobs.salesforceIds(job.id, everyFailed), pulls.pendingIds(pullJob)])
  const failedIds = [...new Set([...failed, ...pending])]
  await ports.store.pulls.putWatermark(pullJob.scope, { at, userId: open.userId, planHash, failedIds })
}

function isReading({ phase }: PullProgress): boolean {
  return phase === 'query' || phase === 'pages'
}

async function moveTo({ ports, job }: PullContext, phase: PullProgress['phase']): Promise<void> {
  await ports.store.jobs.change(job.id, { progress: { phase } })
  job.progress = { ...job.progress, phase }
}
