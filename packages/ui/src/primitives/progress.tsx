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
  const known = max === null ? {} : { max: Math.max(max, 1), value: max === 0 ? 1 : Math.min(value, max) }
  return (
    <progress
      {...known}
      className="pz-box pz-progress"
      aria-labelledby={labelledBy}
      aria-valuetext={valueText}
      data-active={active || undefined}
    />
  )
}
