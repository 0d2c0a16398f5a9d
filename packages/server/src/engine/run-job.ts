import { type JobReason, type JobState, SyncError } from '@pryzm/salesforce-sdk/contract'
import { JobTakenOver, type Ports, type StoredJob } from './ports/index.ts'
import { preparePull } from './pull/prepare-pull.ts'
import { progressReporter } from './pull/progress-reporter.ts'
import { pullObject } from './pull/pull-object.ts'
import { degrade, restore } from './degrade-connection.ts'
import { noteLostAccess } from './note-lost-access.ts'
import { errorReason } from './rules/error-reason.ts'
import { finishedState, isFinal } from './rules/job-state.ts'
import { showJob } from './show-run.ts'
import { tellHost, tellPages } from './tell.ts'

/** How this worker's go at a job ended; `let_go` leaves it to whoever gets the run next. */
export type JobEnd = 'ended' | 'failed' | 'paused' | 'let_go' | 'taken_over' | 'stopped'

/** Works on one pull job until it has ended, has to wait, or `mayGoOn` says no. */
export async function runJob(
  ports: Ports,
  job: StoredJob,
  { signal, mayGoOn }: { signal: AbortSignal; mayGoOn: () => Promise<boolean> },
): Promise<JobEnd> {
  const { store, clock } = ports
  try {
    await store.jobs.change(job.id, {
      state: 'running',
      ...(job.state === 'paused' && { reason: null, nextTryAt: null }),
      ...(job.startedAt === null && { startedAt: clock.now() }),
    })
    Object.assign(job, (await store.jobs.get(job.workspace, job.id)) ?? job)
    await tellPages(ports, job.workspace, { type: 'job', job: showJob(job, clock.now()) })
    const context = await preparePull(ports, job, { signal, progressed: progressReporter(ports, job) })
    const finished = await pullObject(context, mayGoOn)
    if (signal.aborted) return 'let_go'
    if (!finished) {
      if (job.progress.queryId !== null) await context.open.org.abortQuery(job.progress.queryId).catch(() => undefined)
      return 'stopped'
    }
    await restore(ports, job.workspace)
    return await end(ports, job, null)
  } catch (error) {
    if (error instanceof JobTakenOver) return 'taken_over'
    if (signal.aborted) return 'let_go'
    // Disconnecting cancels the run and takes away the access: whichever the worker meets first, the run was canceled.
    if (!(await mayGoOn())) return 'stopped'
    return handle(ports, job, error)
  }
}

async function handle(ports: Ports, job: StoredJob, error: unknown): Promise<JobEnd> {
  if (!(error instanceof SyncError)) {
    ports.log.error('A pull failed unexpectedly', { jobId: job.id, workspace: job.workspace, error })
    return end(ports, job, {
      code: 'internal',
      sentence: 'Something went wrong on our side. Pull again; if it happens again, report it.',
    })
  }
  switch (error.code) {
    case 'salesforce_limit':
    case 'salesforce_busy':
      return pause(ports, job, error, await degrade(ports, job.workspace, error.code))
    case 'reauthorization_required':
      await noteLostAccess(ports, job.workspace, error)
      return pause(ports, job, error, null)
    case 'not_connected':
      return 'stopped'
    case 'mapping_invalid':
      return end(ports, job, errorReason(error), skippedState(job))
    default:
      ports.log.warn('A pull failed', { jobId: job.id, workspace: job.workspace, error })
      return end(ports, job, errorReason(error))
  }
}

async function pause(ports: Ports, job: StoredJob, error: SyncError, nextTryAt: Date | null): Promise<JobEnd> {
  const reason = errorReason(error)
  await ports.store.jobs.change(job.id, { state: 'paused', reason, nextTryAt })
  await tellJob(ports, job)
  if (nextTryAt !== null && job.runId !== null)
    await ports.queue.enqueueAt({ workspace: job.workspace, runId: job.runId }, nextTryAt)
  return 'paused'
}

/** A job that has asked Salesforce for nothing yet was never started. */
function skippedState({ progress }: StoredJob): JobState {
  return progress.queriesStarted === 0 ? 'skipped' : 'failed'
}

/** Ends a job: with a reason where it did not finish. */
async function end(ports: Ports, job: StoredJob, reason: JobReason | null, unfinished: JobState = 'failed'): Promise<JobEnd> {
  const counts = (await ports.store.jobs.get(job.workspace, job.id))?.counts ?? job.counts
  const state: JobState = reason === null ? finishedState(counts) : unfinished
  await ports.store.jobs.change(job.id, { state, finishedAt: ports.clock.now(), ...(reason && { reason }) })
  const ended = await tellJob(ports, job)
  if (ended !== null && isFinal(ended.state)) await tellHost(ports, job.workspace, 'job.finished', { job: ended })
  return state === 'failed' ? 'failed' : 'ended'
}

async function tellJob(ports: Ports, { workspace, id }: StoredJob) {
  const stored = await ports.store.jobs.get(workspace, id)
  if (stored === null) return null
  const job = showJob(stored, ports.clock.now())
  await tellPages(ports, workspace, { type: 'job', job })
  return job
}
