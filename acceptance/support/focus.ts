import type { Page } from 'playwright'

/** What a person at the keyboard cannot make out about where they are; null where the focus is plain to see. */
export function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body || focused === document.documentElement) return 'the focus is nowhere'
    const drawn = drawnFor(focused)
    const name = focused.getAttribute('aria-label') ?? focused.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? ''
    const said = `${focused.tagName.toLowerCase()} "${name || focused.id}"`
    if (!inSight(drawn)) return `${said} has the focus and is not in sight`
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(drawn)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) {
      return `${said} has the focus and an outline of ${outlineStyle === 'none' ? 'nothing' : outlineWidth}`
    }
    const behind = backdropOf(Number.parseFloat(outlineOffset) < 0 ? drawn : drawn.parentElement)
    const found = contrast(over(rgba(outlineColor), behind), behind)
    return found < 3 ? `${said} has an outline of only ${found.toFixed(2)}:1` : null

    /** A native control that our look hides is drawn by the element after it. */
    function drawnFor(control: Element): Element {
      const hidden = control instanceof HTMLInputElement && control.getBoundingClientRect().width < 2
      return (hidden && control.nextElementSibling) || control
    }

    function inSight(element: Element): boolean {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      return [...element.getClientRects()].some(({ left, right, top, bottom }) =>
        [left + 2, (left + right) / 2, right - 2].some((x) =>
          [top + 2, (top + bottom) / 2, bottom - 2].some((y) => element.contains(document.elementFromPoint(x, y))),
        ),
      )
    }

    function backdropOf(from: Element | null): number[] {
      const layers: number[][] = []
      for (let element = from; element; element = element.parentElement) {
        const layer = rgba(getComputedStyle(element).backgroundColor)
        layers.push(layer)
        if (layer[3] === 1) break
      }
      // Below every page lies the canvas, which is white or dark as the page's colour scheme says.
      return layers.reduceRight((below, layer) => over(layer, below), rgba('Canvas'))
    }

    /** Any colour that CSS can write, as red, green, blue (0 to 255) and opacity (0 to 1). */
    function rgba(colour: string): number[] {
      const context = new OffscreenCanvas(1, 1).getContext('2d')
      if (!context) throw new Error('This browser has no canvas.')
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
      return [red, green, blue, alpha / 255]
    }

    function over([red = 0, green = 0, blue = 0, alpha = 0]: number[], below: number[]): number[] {
      return [...[red, green, blue].map((part, at) => part * alpha + (below[at] ?? 0) * (1 - alpha)), 1]
    }

    function contrast(one: number[], other: number[]): number {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
      return (light + 0.05) / (dark + 0.05)
    }

    function luminance(colour: number[]): number {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
  })
}
