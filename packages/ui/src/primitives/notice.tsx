import type { ReactNode } from 'react'
import { usePresentation } from '../presentation.ts'
import { classes, type PartAttributes } from '../styles/parts.ts'
import { type Status, statuses, type Tone } from './status-badge.tsx'

export interface NoticeProps {
  tone?: Tone
  /** The shape beside the title; follows from the tone where none is given. */
  status?: Status
  title: ReactNode
  /** What it means and what to do. */
  children?: ReactNode
  actions?: ReactNode
  id?: string
  part?: PartAttributes
}

const shapes: Record<Tone, Status> = {
  neutral: 'info',
  info: 'info',
  success: 'done',
  warning: 'attention',
  danger: 'failed',
}

/** A message that stays in place, beside what it is about. */
export function Notice({ tone = 'info', status = shapes[tone], title, children, actions, id, part }: NoticeProps) {
  const { Notice: HostNotice } = usePresentation().slots
  if (HostNotice) {
    return (
      <HostNotice tone={tone} title={title} actions={actions}>
        {children}
      </HostNotice>
    )
  }
  const { Icon } = statuses[status]
  return (
    <div {...part} id={id} className={classes('pz-box pz-notice', part?.className)} data-tone={tone}>
      <Icon className="pz-notice-icon" />
      <div className="pz-box pz-notice-text">
        <p className="pz-box pz-notice-title">{title}</p>
        {children != null && <div className="pz-box pz-notice-body">{children}</div>}
        {actions != null && <div className="pz-box pz-actions pz-notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
