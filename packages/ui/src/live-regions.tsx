import { useCallback, useState } from 'react'
import type { Presentation } from './presentation.ts'

interface Announcements {
  status: string
  alert: string
  announce: Presentation['announce']
}

/** The sentences in the two live regions, and the function that replaces them. */
export function useAnnouncements(): Announcements {
  const [said, setSaid] = useState({ status: '', alert: '' })
  const announce = useCallback<Presentation['announce']>((sentence, urgency = 'status') => {
    setSaid((before) => (before[urgency] === sentence ? before : { ...before, [urgency]: sentence }))
  }, [])
  return { ...said, announce }
}

/** Present and empty from the first paint, because a region that arrives with its text is not read out. */
export function LiveRegions({ announcements }: { announcements: Announcements }) {
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output element is the result of a form */}
      <div className="pz-box pz-hidden" role="status" aria-live="polite" aria-atomic="true">
        {announcements.status}
      </div>
      <div className="pz-box pz-hidden" role="alert" aria-live="assertive" aria-atomic="true">
        {announcements.alert}
      </div>
    </>
  )
}
