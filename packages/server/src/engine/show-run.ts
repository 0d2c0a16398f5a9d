import type { Job, Run } from '@pryzm/salesforce-sdk/contract'
import type { StoredJob } from './ports/index.ts'
import { runState } from './rules/job-state.ts'
import { withRate } from './rules/progress-rate.ts'

/** A run as people see it: its state follows from its jobs, and running jobs tell their rate. */
export function showRun(run: Run, now: Date): Run {
  const jobs = run.jobs.map((job) => withRate(job, now))
  return { ...run, state: run.finishedAt === null ? runState(jobs.map((job) => job.state)) : run.state, jobs }
}

/** A stored job without what is the engine's own. */
export function showJob(stored: StoredJob, now: Date): Job {
  const {
    workspace: _,
    progress: _progress,
    plan: _plan,
    causes: _causes,
    recordId: _record,
    onlyIds: _only,
    idempotencyKey: _key,
    ...job
  } = stored
  return withRate(job, now)
}
