import type { Job } from '@pryzm/salesforce-sdk'
import type { Text } from '../../messages.ts'
import type { Status } from '../../primitives/index.ts'
import type { PullPanelMessages } from './pull-panel.messages.ts'

/** How a job of a run stands, in the one vocabulary of statuses. */
export function jobStatus({ state, counts }: Job): Status {
  switch (state) {
    case 'queued':
      return 'waiting'
    case 'running':
    case 'paused':
    case 'failed':
      return state
    case 'succeeded':
      return counts.withSkippedFields + counts.skipped > 0 ? 'done-with-skips' : 'done'
    case 'completed_with_errors':
      return 'attention'
    case 'canceled':
    case 'skipped':
      return 'cancelled'
  }
  return state satisfies never
}

/** The word beside the shape. */
export function jobWord(job: Job, text: Text<PullPanelMessages>): string {
  if (job.state === 'running' && job.counts.processed === 0 && job.total === null) return text.starting
  return text[job.state]
}

/** How far a job is, for the line of text and for screen readers. */
export function jobProgress({ counts, total }: Job, text: Text<PullPanelMessages>): string {
  return total === null ? text.soFar({ done: counts.processed }) : text.ofTotal({ done: counts.processed, total })
}

/** True for a pull of changes that found none. */
export function foundNoChanges({ mode, state, counts }: Job): boolean {
  return mode === 'changes' && state === 'succeeded' && counts.processed === counts.unchanged
}

/** What became of the records of a job that has ended. Leads with what worked. */
export function jobResult(job: Job, text: Text<PullPanelMessages>): string | null {
  const { counts, state } = job
  if (state === 'queued' || state === 'running' || state === 'paused' || counts.processed === 0) return null
  const synced = counts.created + counts.updated + counts.unchanged
  const total = Math.max(counts.processed, job.total ?? 0)
  const parts = [synced === total ? text.allSynced({ synced }) : text.syncedOf({ synced, total })]
  if (counts.failed > 0) parts.push(text.failedRecords({ count: counts.failed }))
  if (counts.withSkippedFields > 0) parts.push(text.withSkips({ count: counts.withSkippedFields }))
  if (counts.skipped > 0) parts.push(text.skippedRecords({ count: counts.skipped }))
  return parts.join(' ')
}
