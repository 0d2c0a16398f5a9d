import { type RefObject, useState } from 'react'
import { useLayout } from '../layout-effect.ts'

/** True once the element's surroundings offer this many pixels or more; true too until they are measured. */
export function useRoom(element: RefObject<HTMLElement | null>, pixels: number): boolean {
  const [room, setRoom] = useState(true)
  useLayout(() => {
    const around = element.current?.parentElement
    if (!around) return undefined
    // The element itself grows and shrinks with what it shows, so that only what surrounds it can tell.
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0
      // Surroundings that are not shown tell nothing.
      if (width > 0) setRoom(width >= pixels)
    })
    observer.observe(around)
    return () => observer.disconnect()
  }, [element, pixels])
  return room
}
