import { type FieldResult, SyncError } from '@pryzm/salesforce-sdk/contract'
import { findJob } from './list-jobs.ts'
import { requireView } from './list-results.ts'
import type { Caller, Ports } from './ports/index.ts'
import { fieldResults } from './rules/field-results.ts'

/** What became of each field of one record of a job. */
export async function listFieldResults(
  ports: Ports,
  caller: Caller,
  { id, recordResultId }: { id: string; recordResultId: string },
): Promise<{ items: FieldResult[] }> {
  const job = await findJob(ports, caller.workspace, id)
  requireView(caller, job)
  const result = /^\d{1,9}$/.test(recordResultId) ? await ports.store.jobs.result(id, Number(recordResultId)) : null
  if (result === null || job.plan === null) throw new SyncError('not_found', 'There is no such record in this job.')
  return { items: fieldResults(job.plan, result) }
}
