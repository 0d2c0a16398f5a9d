import type { JobCounts, JobState } from '@pryzm/salesforce-sdk/contract'

const finalStates: ReadonlySet<JobState> = new Set(['succeeded', 'completed_with_errors', 'failed', 'canceled', 'skipped'])

/** Whether a job in this state will never change again. */
export function isFinal(state: JobState): boolean {
  return finalStates.has(state)
}

/** State of a job that came to its end: skipped fields and skipped records do not count as failures. */
export function finishedState(counts: Pick<JobCounts, 'failed'>): JobState {
  return counts.failed > 0 ? 'completed_with_errors' : 'succeeded'
}

// From worst to best; a run is what the first of these is that one of its jobs has.
const underWay: readonly JobState[] = ['paused', 'running', 'queued']
const ended: readonly JobState[] = ['failed', 'canceled', 'completed_with_errors', 'succeeded', 'skipped']

/** State of a run: that of its worst job; a run with jobs yet to do is `running` once one of them has started. */
export function runState(jobs: readonly JobState[]): JobState {
  const open = underWay.find((state) => jobs.includes(state))
  if (open === undefined) return ended.find((state) => jobs.includes(state)) ?? 'skipped'
  const started = jobs.some((state) => isFinal(state) && state !== 'skipped')
  return open === 'queued' && started ? 'running' : open
}
