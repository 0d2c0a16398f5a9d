import { classes } from '../styles/parts.ts'

export interface SkeletonProps {
  /** What it stands for: one line of text, a button, or a block of its own size. */
  shape?: 'text' | 'button' | 'block'
  width?: 's' | 'm' | 'l' | 'full'
  className?: string
}

/** A grey shape where content will be. Shown by `useLoadingPhase`, never for answers faster than 200 ms. */
export function Skeleton({ shape = 'text', width = 'm', className }: SkeletonProps) {
  return <span className={classes('pz-box pz-skeleton', className)} data-shape={shape} data-length={width} aria-hidden="true" />
}
