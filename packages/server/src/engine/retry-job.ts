import { randomUUID } from 'node:crypto'
import { type RetryJob, type StartedRun, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { jobNotFound } from './list-jobs.ts'
import { mappingInForce } from './mapping-in-force.ts'
import { openOrg } from './open-org.ts'
import type { Caller, NewJob, Ports } from './ports/index.ts'
import { queueRun } from './queue-run.ts'
import { readSides } from './read-sides.ts'
import { isFinal } from './rules/job-state.ts'
import { planRun } from './rules/plan-run.ts'
import { starter } from './start-run.ts'
import { validateMapping } from '@pryzm/salesforce-sdk/mapping'

/** Pulls again just the records of a job that failed, or those that pass the filter, by the mapping in force now. */
export async function retryJob(ports: Ports, caller: Caller, { id: jobId, ...wish }: RetryJob): Promise<StartedRun> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const job = await ports.store.jobs.get(workspace, jobId)
  if (job === null) throw jobNotFound()
  if (job.kind === 'push') throw new SyncError('conflict', 'A push is repeated from the record itself.')
  if (!isFinal(job.state)) throw new SyncError('conflict', 'This job has not ended yet.')
  const ids = await ports.store.jobs.salesforceIds(jobId, filterOf(wish))
  if (ids.length === 0) throw new SyncError('conflict', 'No record of this job is left for that, so there is nothing to retry.')
  const [open, { mapping, version }] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const sides = await readSides(ports, workspace, mapping, open)
  const planned = planRun(mapping, validateMapping(mapping, sides), sides, starter(caller).mayWrite)
  const again = planned.find(({ object }) => object === job.object)
  if (again === undefined || again.state === 'skipped' || again.recordType !== job.recordType)
    throw new SyncError(
      'mapping_invalid',
      again?.reason?.sentence ?? `${job.label} are not pulled any more by the present mapping.`,
    )
  const retry: NewJob = { ...again, id: randomUUID(), kind: 'pull', mappingVersion: version, onlyIds: ids }
  return queueRun(ports, workspace, { mode: 'full', startedBy: starter(caller).actor, jobs: [retry] })
}

function filterOf({ outcome, reason, cause }: Omit<RetryJob, 'id'>) {
  const narrowed = reason !== undefined || cause !== undefined
  return {
    outcome: outcome ?? (narrowed ? null : ('failed' as const)),
    reason: reason ?? null,
    cause: cause === undefined ? null : Number(cause),
  }
}
