import type { ReactNode } from 'react'

/** Text for screen readers alone. */
export function VisuallyHidden({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className="pz-box pz-hidden">
      {children}
    </span>
  )
}
