import { type Actor, type JobDetail, type JobPage, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Caller, JobQuery, Ports, StoredJob } from './ports/index.ts'
import { showCauses } from './rules/show-causes.ts'
import { withRate } from './rules/progress-rate.ts'
import { showJob } from './show-run.ts'

/** Jobs of the caller's workspace. */
export async function listJobs(
  { store, clock, settings }: Ports,
  { workspace }: Caller,
  query: Omit<JobQuery, 'workspace'>,
): Promise<JobPage> {
  const { items, next, total } = await store.jobs.list({ ...query, workspace })
  return { items: items.map((job) => withRate(job, clock.now())), next, total, keptDays: settings.retentionDays }
}

/** Who started jobs that are kept. */
export async function listPeople({ store }: Ports, { workspace }: Caller): Promise<{ items: Actor[] }> {
  return { items: await store.jobs.people(workspace) }
}

/** One job, with what kept its records from syncing whole. */
export async function getJob(ports: Ports, caller: Caller, jobId: string): Promise<JobDetail> {
  const job = await findJob(ports, caller.workspace, jobId)
  const maySee = job.recordType !== null && caller.access(job.recordType).view
  return {
    job: showJob(job, ports.clock.now()),
    skipReasons: await ports.store.jobs.skipReasons(jobId),
    // A cause's sentence may hold a value.
    causes: maySee ? showCauses(job) : [],
  }
}

/** A job of the workspace. Rejects with `not_found`, for another workspace's job too. */
export async function findJob({ store }: Ports, workspace: string, jobId: string): Promise<StoredJob> {
  const job = await store.jobs.get(workspace, jobId)
  if (job === null) throw jobNotFound()
  return job
}

export function jobNotFound(): SyncError {
  return new SyncError('not_found', 'There is no such job in this workspace. Jobs are deleted when their retention ends.')
}
