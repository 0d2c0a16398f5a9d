import { type RefObject, useEffect } from 'react'

/** Scrolls what takes focus out from under the save bar, whichever ancestor scrolls. */
export function useFocusInSight(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = body.current
    let frame = 0
    const onFocus = ({ target }: FocusEvent) => {
      cancelAnimationFrame(frame)
      // The browser has scrolled by then.
      frame = requestAnimationFrame(() => {
        const bar = element?.querySelector('[data-pz-save-bar]')
        if (bar && target instanceof HTMLElement && !bar.contains(target) && covers(bar, target))
          target.scrollIntoView({ block: 'center' })
      })
    }
    element?.addEventListener('focusin', onFocus)
    return () => {
      cancelAnimationFrame(frame)
      element?.removeEventListener('focusin', onFocus)
    }
  }, [body])
}

function covers(bar: Element, target: Element): boolean {
  const above = bar.getBoundingClientRect()
  const below = target.getBoundingClientRect()
  return below.bottom > above.top && below.top < above.bottom
}
