import type { ReactNode } from 'react'
import { classes, type PartAttributes } from '../styles/parts.ts'
import {
  AttentionIcon,
  CancelledIcon,
  DoneIcon,
  FailedIcon,
  InfoIcon,
  LockedIcon,
  PausedIcon,
  RunningIcon,
  SkippedIcon,
  UnknownIcon,
  WaitingIcon,
} from './icons.tsx'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** The one vocabulary of statuses: each has a shape and a tone, and is always shown with a word. */
export const statuses = {
  waiting: { Icon: WaitingIcon, tone: 'neutral' },
  running: { Icon: RunningIcon, tone: 'info' },
  paused: { Icon: PausedIcon, tone: 'warning' },
  done: { Icon: DoneIcon, tone: 'success' },
  'done-with-skips': { Icon: SkippedIcon, tone: 'neutral' },
  attention: { Icon: AttentionIcon, tone: 'warning' },
  failed: { Icon: FailedIcon, tone: 'danger' },
  cancelled: { Icon: CancelledIcon, tone: 'neutral' },
  unknown: { Icon: UnknownIcon, tone: 'warning' },
  locked: { Icon: LockedIcon, tone: 'neutral' },
  info: { Icon: InfoIcon, tone: 'info' },
} as const satisfies Record<string, { Icon: unknown; tone: Tone }>

export type Status = keyof typeof statuses

export interface StatusBadgeProps {
  status: Status
  /** `soft` fills a pill; `plain` is icon and word in a line of text. */
  variant?: 'soft' | 'plain'
  /** Attributes of the part that the badge is, from `part('badge', …)`. */
  part?: PartAttributes
  children: ReactNode
}

/** A status as shape, word and tone, so that none of them carries it alone. */
export function StatusBadge({ status, variant = 'soft', part, children }: StatusBadgeProps) {
  const { Icon, tone } = statuses[status]
  return (
    <span
      {...part}
      className={classes('pz-box pz-badge', part?.className)}
      data-status={status}
      data-tone={tone}
      data-variant={variant}
    >
      <Icon />
      <span className="pz-box pz-badge-word">{children}</span>
    </span>
  )
}
