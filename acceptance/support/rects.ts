import type { Page } from 'playwright'

/** Texts that lie on one another, and controls whose words are cut off by their own box. */
export function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      text: Text
      layer: Element
      box: { left: number; right: number; top: number; bottom: number }
    }
    const lines: Line[] = []
    const found = new Set<string>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node as Text
      const element = text.parentElement
      if (
        !element ||
        !text.data.trim() ||
        element.closest('.pz-hidden') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const control = element.closest('button, a, label, [role="tab"], [role="option"], summary')
      for (const rect of range.getClientRects()) {
        const box = visiblePart(element, rect)
        if (control && !isClamped(element) && lostIn(control, rect)) found.add(`"${short(text)}" does not fit into its control`)
        if (box) lines.push({ text, layer: layerOf(element), box })
      }
    }
    lines.sort((one, other) => one.box.top - other.box.top)
    for (const [at, one] of lines.entries()) {
      for (let next = at + 1; next < lines.length; next += 1) {
        const other = lines[next]
        if (!other || other.box.top >= one.box.bottom - 1) break
        if (other.text === one.text || other.layer !== one.layer) continue
        // The boxes of two lines may touch; letters that cross do so by more than the room that a font leaves around them.
        const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        if (wide > 1 && high > 3) found.add(`"${short(one.text)}" and "${short(other.text)}" lie on one another`)
      }
    }
    return [...found]

    function short({ data }: Text) {
      return data.trim().slice(0, 40)
    }

    /** Two lines of a long name and no more, by design: all of it is in the title, and shown where there is focus. */
    function isClamped(element: HTMLElement) {
      return getComputedStyle(element).webkitLineClamp !== 'none' && element.title === element.textContent?.trim()
    }

    /** Whether a line leaves the box of its control, whose own scrolling would hide it. */
    function lostIn(control: Element, line: DOMRect) {
      if (getComputedStyle(control).display === 'inline') return false
      const room = control.getBoundingClientRect()
      // Only there for screen readers until it has focus.
      if (room.width <= 1) return false
      return line.left < room.left - 1 || line.right > room.right + 1 || line.top < room.top - 2 || line.bottom > room.bottom + 2
    }

    /** What its scrolling and clipping ancestors leave of it. */
    function visiblePart(from: Element, { left, right, top, bottom }: DOMRect) {
      const box = { left, right, top, bottom }
      for (let outer: Element | null = from; outer && outer !== document.body; outer = outer.parentElement) {
        if (getComputedStyle(outer).overflow === 'visible') continue
        const room = outer.getBoundingClientRect()
        box.left = Math.max(box.left, room.left)
        box.right = Math.min(box.right, room.right)
        box.top = Math.max(box.top, room.top)
        box.bottom = Math.min(box.bottom, room.bottom)
      }
      return box.right - box.left > 1 && box.bottom - box.top > 1 ? box : null
    }

    /** What floats above the page, such as a dialog or a bar that stays, may lie on other text. */
    function layerOf(from: Element): Element {
      for (let outer: Element | null = from; outer; outer = outer.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(outer).position) || outer.matches(':popover-open')) return outer
      }
      return document.body
    }
  })
}
