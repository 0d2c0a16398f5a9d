import type { Page } from 'playwright'

/** By how many pixels the page is wider than a phone of 320 pixels, where nobody wants to scroll sideways; 0 where it fits. */
export async function sideways(page: Page): Promise<number> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 900 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (before) await page.setViewportSize(before)
  return wider
}
