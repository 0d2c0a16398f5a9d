import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { retryDelay } from '../rules/retry-delay.ts'
import type { PullContext } from './pull-context.ts'

const pace = { first: 250, longest: 10_000 }

/** Waits until Salesforce has the result; false where somebody wants the job to stop. */
export async function awaitQuery(context: PullContext, queryId: string, mayGoOn: () => Promise<boolean>): Promise<boolean> {
  const { ports, job, open, signal } = context
  for (let attempt = 0; ; attempt++) {
    if (signal.aborted || !(await mayGoOn())) return false
    const { state, recordsProcessed, error } = await open.org.queryStatus(queryId)
    if (recordsProcessed !== job.total) {
      job.total = recordsProcessed
      await ports.store.jobs.change(job.id, { total: recordsProcessed })
      await context.progressed()
    }
    if (state === 'complete') return true
    if (state === 'failed' || state === 'aborted')
      throw new SyncError('salesforce_refused', `Salesforce ended the query: ${error ?? `it was ${state}`}.`, {
        details: { reason: `query_${state}` },
      })
    await ports.clock.sleep(retryDelay(attempt, pace), signal)
  }
}
