import type { JobState } from '@pryzm/salesforce-sdk/contract'

/** What a run that has not ended shows: `queued` until its first job starts, `paused` while one waits, else `running`. */
export function activeRunState(jobStates: readonly JobState[]): JobState {
  if (jobStates.includes('paused')) return 'paused'
  return jobStates.every((state) => state === 'queued' || state === 'skipped') ? 'queued' : 'running'
}
