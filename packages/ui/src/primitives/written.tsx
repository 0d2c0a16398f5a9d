import type { ReactNode } from 'react'

/** A sentence of the server, or of a rule that it shares: English whatever the reader's language, and read out as such. */
export function Written({ children }: { children: ReactNode }) {
  return (
    <span className="pz-box" lang="en">
      {children}
    </span>
  )
}
