import { useRef } from 'react'
import { useLayout } from '../layout-effect.ts'

export interface ProgressProps {
  /** Done so far. */
  value: number
  /** Null while the total is unknown: the bar then only shows that something happens. */
  max: number | null
  /** What is read out, such as "1,204 of 3,480 organizations". */
  valueText: string
  labelledBy: string
  /** False for a bar that stands still: waiting, paused or over. */
  active?: boolean
}

/** How far something is. Not live by itself: what is worth saying goes through `useAnnounce`. */
export function Progress({ value, max, valueText, labelledBy, active = true }: ProgressProps) {
  const fill = useRef<HTMLSpanElement>(null)
  const ratio = max === null ? null : max === 0 ? 1 : Math.min(1, value / max)
  useLayout(() => {
    if (ratio === null) fill.current?.style.removeProperty('transform')
    else fill.current?.style.setProperty('transform', `scaleX(${ratio})`)
  }, [ratio])
  return (
    <span
      className="pz-box pz-progress"
      role="progressbar"
      aria-labelledby={labelledBy}
      aria-valuemin={0}
      aria-valuemax={max ?? undefined}
      aria-valuenow={max === null ? undefined : Math.min(value, max)}
      aria-valuetext={valueText}
      data-unknown={(max === null && active) || undefined}
      data-active={active || undefined}
    >
      <span className="pz-box pz-progress-fill" ref={fill} />
    </span>
  )
}
