import type { JobState } from '@pryzm/salesforce-sdk'

const over: readonly JobState[] = ['succeeded', 'completed_with_errors', 'failed', 'canceled', 'skipped']

/** True once a job or a run can no longer change by itself. */
export function isOver(state: JobState): boolean {
  return over.includes(state)
}
