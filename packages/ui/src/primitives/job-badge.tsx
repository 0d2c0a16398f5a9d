import type { Job } from '@pryzm/salesforce-sdk'
import { useText } from '../presentation.ts'
import type { PartAttributes } from '../styles/parts.ts'
import { commonMessages } from './common.messages.ts'
import { type Status, StatusBadge } from './status-badge.tsx'

export interface JobBadgeProps {
  job: Pick<Job, 'state' | 'counts'>
  variant?: 'soft' | 'plain'
  part?: PartAttributes
}

/** How a job stands, as shape and word. */
export function JobBadge({ job, variant = 'plain', part }: JobBadgeProps) {
  const text = useText('common', commonMessages)
  return (
    <StatusBadge status={jobShape(job)} variant={variant} {...(part && { part })}>
      {text[`job_${job.state}`]}
    </StatusBadge>
  )
}

/** The shape of a job in the one vocabulary of statuses. */
function jobShape({ state, counts }: Pick<Job, 'state' | 'counts'>): Status {
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
