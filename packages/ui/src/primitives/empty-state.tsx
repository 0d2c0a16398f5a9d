import type { ReactNode } from 'react'
import { usePresentation } from '../presentation.ts'

export interface EmptyStateProps {
  /** Leads with the noun: "No syncs yet". */
  title: ReactNode
  children?: ReactNode
  /** The one thing to do next. */
  action?: ReactNode
}

/** Why there is nothing to see: nothing yet, nothing that matches, or nothing this person may see. Never two of them. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  const { EmptyState: HostEmptyState } = usePresentation().slots
  if (HostEmptyState) {
    return (
      <HostEmptyState title={title} action={action}>
        {children}
      </HostEmptyState>
    )
  }
  return (
    <div className="pz-box pz-empty">
      <p className="pz-box pz-empty-title">{title}</p>
      {children != null && <div className="pz-box pz-empty-body">{children}</div>}
      {action}
    </div>
  )
}
