import { type Actor, type Job, type JobDetail, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Caller, JobQuery, Ports, StoredJob } from './ports/index.ts'
import { withRate } from './rules/progress-rate.ts'
import { showJob } from './show-run.ts'

/** Jobs of the caller's workspace, newest first. */
export async function listJobs(
  { store, clock }: Ports,
  { workspace }: Caller,
  query: Omit<JobQuery, 'workspace'>,
): Promise<{ items: Job[]; next: string | null }> {
  const { items, next } = await store.jobs.list({ ...query, workspace })
  return { items: items.map((job) => withRate(job, clock.now())), next }
}

/** Who started jobs that are kept. */
export async function listPeople({ store }: Ports, { workspace }: Caller): Promise<{ items: Actor[] }> {
  return { items: await store.jobs.people(workspace) }
}

/** One job, with how often each reason left a field out. */
export async function getJob(ports: Ports, { workspace }: Caller, jobId: string): Promise<JobDetail> {
  const job = await findJob(ports, workspace, jobId)
  return { job: showJob(job, ports.clock.now()), skipReasons: await ports.store.jobs.skipReasons(jobId) }
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
