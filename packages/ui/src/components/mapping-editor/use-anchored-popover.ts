import { type RefObject, useEffect } from 'react'
import { useLayout } from '../../layout-effect.ts'

/** Below this width of the window a popover covers all of it. */
const SHEET_BELOW = 520
const GAP = 4
const MARGIN = 8

/**
 * Shows an element with the `popover` attribute beside its anchor: in the top layer, so that no ancestor clips it. Escape and
 * a press elsewhere close it.
 */
export function useAnchoredPopover(popover: RefObject<HTMLElement | null>, anchor: HTMLElement, onClose: () => void): void {
  useLayout(() => {
    const element = popover.current
    if (!element) return undefined
    const place = () => placeBeside(element, anchor)
    // Its own list scrolls without moving the anchor.
    const placeAgain = ({ target }: Event) => element.contains(target as Node) || place()
    // Placed before it is shown: the page is laid out once, not twice.
    place()
    element.showPopover()
    window.addEventListener('resize', place)
    window.addEventListener('scroll', placeAgain, true)
    return () => {
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', placeAgain, true)
    }
  }, [popover, anchor])

  useEffect(() => {
    const element = popover.current
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose()
    }
    element?.addEventListener('toggle', onToggle)
    return () => element?.removeEventListener('toggle', onToggle)
  }, [popover, onClose])
}

function placeBeside(element: HTMLElement, anchor: HTMLElement): void {
  const sheet = window.innerWidth < SHEET_BELOW
  element.dataset.sheet = String(sheet)
  const { style } = element
  if (sheet) {
    for (const side of ['left', 'top', 'bottom', 'width', 'max-height']) style.removeProperty(side)
    return
  }
  const box = anchor.getBoundingClientRect()
  const width = Math.min(Math.max(box.width, 400), window.innerWidth - 2 * MARGIN)
  const start = getComputedStyle(anchor).direction === 'rtl' ? box.right - width : box.left
  const below = window.innerHeight - box.bottom - GAP - MARGIN
  const above = box.top - GAP - MARGIN
  const upwards = below < 280 && above > below
  style.width = `${width}px`
  style.maxHeight = `${Math.min(420, upwards ? above : below)}px`
  style.left = `${Math.min(Math.max(start, MARGIN), window.innerWidth - width - MARGIN)}px`
  style.top = upwards ? 'auto' : `${box.bottom + GAP}px`
  style.bottom = upwards ? `${window.innerHeight - box.top + GAP}px` : 'auto'
}
