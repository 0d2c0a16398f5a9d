import { type RefObject, useEffect } from 'react'

/**
 * Keeps focus in a section when the control that had it goes away, so that a keyboard never starts over: at the tab stop
 * of the grid that it was in, else on the section's heading.
 */
export function useFocusKept(root: RefObject<HTMLElement | null>, headingId: string): void {
  useEffect(() => {
    const section = root.current
    if (!section) return undefined
    let last: Element | null = null
    let grid: Element | null = null
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const stop = grid?.isConnected && grid.querySelector<HTMLElement>('[tabindex="0"]')
      ;(stop || document.getElementById(headingId))?.focus()
    })
    observer.observe(section, { childList: true, subtree: true })
    // The listeners go with the section.
    const remember = () => {
      last = section.contains(document.activeElement) ? document.activeElement : null
      grid = last?.closest('[role=grid]') ?? null
    }
    // Focus may have come with the section.
    remember()
    section.addEventListener('focusin', remember)
    // Who leaves by themselves, such as with a click beside everything, is not brought back.
    section.addEventListener('focusout', () =>
      queueMicrotask(() => last?.isConnected && document.activeElement !== last && (last = null)),
    )
    return () => observer.disconnect()
  }, [root, headingId])
}
