import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { pollDelay } from '../rules/poll-delay.ts'
import type { PullContext } from './pull-context.ts'

/** Waits until Salesforce has the result; false where somebody wants the job to stop. */
export async function awaitQuery(context: PullContext, queryId: string, mayGoOn: () => Promise<boolean>): Promise<boolean> {
  const { ports, job, open, signal } = context
  const since = ports.clock.now().getTime()
  for (;;) {
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
    await ports.clock.sleep(pollDelay(ports.clock.now().getTime() - since), signal)
  }
}
