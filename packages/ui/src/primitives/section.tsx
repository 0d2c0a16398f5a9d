import { forwardRef, type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { PartAttributes } from '../styles/parts.ts'
import { HomeOfFocus } from './home-of-focus.ts'
import { useFocusKept } from './use-focus-kept.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

const below = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const

/** The level of a heading inside a section with this one. */
export function levelBelow(level: HeadingLevel): HeadingLevel {
  return below[level]
}

export interface HeadingProps {
  level: HeadingLevel
  id?: string
  part?: PartAttributes
  children: ReactNode
}

/** A heading of the level that the host's page needs; takes focus by script when its section changes. */
export const Heading = forwardRef<HTMLHeadingElement, HeadingProps>(function Heading({ level, id, part, children }, ref) {
  const Level = `h${level}` as const
  return (
    <Level {...part} className={`pz-box pz-heading ${part?.className ?? ''}`} id={id} ref={ref} tabIndex={-1}>
      {children}
    </Level>
  )
})

export interface SectionProps {
  /** The public component, written to `data-pz`. */
  name: string
  part: PartAttributes
  /** Id of the heading that names the section. */
  labelledBy: string
  busy?: boolean
  children: ReactNode
}

/** The root of a component: a labelled section whose own width, not the window's, decides the layout. */
export function Section({ name, part, labelledBy, busy = false, children }: SectionProps) {
  const root = useRef<HTMLElement>(null)
  const heading = useCallback(() => document.getElementById(labelledBy), [labelledBy])
  useWidthClass(root)
  useFocusKept(root, labelledBy)
  return (
    <section
      {...part}
      ref={root}
      className={`pz-section ${part.className}`}
      data-pz={name}
      aria-labelledby={labelledBy}
      aria-busy={busy || undefined}
    >
      <HomeOfFocus.Provider value={heading}>{children}</HomeOfFocus.Provider>
    </section>
  )
}

/** Writes `data-width` as s, m or l: the same limits as the container queries, for tests and for hosts. */
function useWidthClass(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      element.dataset.width = width < 480 ? 's' : width < 768 ? 'm' : 'l'
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [root])
}
