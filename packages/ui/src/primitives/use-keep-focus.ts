import { type RefObject, useEffect, useRef } from 'react'

/** Brings focus to the heading when the control that had it went away with a change of state. */
export function useKeepFocus(heading: RefObject<HTMLElement | null>, state: string): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const section = heading.current?.closest('section')
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null
    }
    section?.addEventListener('focusin', remember)
    return () => section?.removeEventListener('focusin', remember)
  }, [heading])
  const shownState = useRef(state)
  useEffect(() => {
    if (shownState.current === state) return
    shownState.current = state
    const lost = last.current !== null && !last.current.isConnected && document.activeElement === document.body
    if (lost) heading.current?.focus()
  }, [heading, state])
}
