import type { Look } from './visit.ts'

/** What a reader of a narrow window cannot see: a page that scrolls sideways, and text that its box cuts off. */
export const cutOff: Look = (page) =>
  page.evaluate(() => {
    const found: string[] = []
    const width = document.scrollingElement?.scrollWidth ?? 0
    // A few stories are of one width, whatever the window's.
    const asked = [...document.querySelectorAll<HTMLElement>('.frame')].map((frame) => Number(frame.dataset.width) || 0)
    if (width > Math.max(innerWidth, ...asked)) found.push(`the page is ${width} pixels wide`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement
      if (!element || !text.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true })) continue
      if (element.closest('.pz-hidden, [title], [aria-expanded]')) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      const clip = clippingAncestor(element)
      if (!clip || box.width === 0) continue
      const room = clip.getBoundingClientRect()
      // A box of one pixel hides its text on purpose: it is there to be read out.
      if (room.width <= 1 && room.height <= 1) continue
      if (box.left < room.left - 1 || box.right > room.right + 1) {
        found.push(`"${text.textContent.trim().slice(0, 60)}" is cut off by ${clip.className || clip.tagName}`)
      }
    }
    return found

    /** The nearest box that hides what does not fit; one that scrolls lets it be reached. */
    function clippingAncestor(from: Element): Element | null {
      for (let outer: Element | null = from; outer && outer !== document.body; outer = outer.parentElement) {
        const { overflowX } = getComputedStyle(outer)
        if (overflowX === 'auto' || overflowX === 'scroll') return null
        if (overflowX !== 'visible') return outer
      }
      return null
    }
  })
