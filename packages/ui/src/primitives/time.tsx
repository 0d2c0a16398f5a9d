import { useFormats } from '../presentation.ts'
import { useNow } from '../data/now.ts'

export interface TimeProps {
  /** ISO 8601 text. */
  instant: string
  /** `relative` reads "4 minutes ago"; the exact time is its tooltip. */
  show?: 'relative' | 'dateTime' | 'date' | 'time'
}

/** An instant in the reader's words and time zone. */
export function Time({ instant, show = 'relative' }: TimeProps) {
  const formats = useFormats()
  const now = useNow()
  const exact = formats.dateTime(instant)
  const shown = show === 'relative' ? (now === null ? exact : formats.relative(instant, now)) : formats[show](instant)
  // The server may live in another time zone than the reader, whose own is right.
  return (
    <time className="pz-box" dateTime={instant} title={exact} suppressHydrationWarning>
      {shown}
    </time>
  )
}
