import type { Page } from 'playwright'
import { axe, violationsOf } from './axe.ts'
import type { Look } from './visit.ts'

/** What axe finds against WCAG 2.2 AA, in the light and in the dark theme. */
export const violations: Look = async (page) => {
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    await wear(page, theme)
    const results = await axe(page)
    const judged = [...results.passes, ...results.violations, ...results.inapplicable, ...results.incomplete]
    // The one rule of WCAG 2.2 is off unless it is asked for.
    if (!judged.some(({ id }) => id === 'target-size')) found.push(`${theme}: target-size was not looked at`)
    found.push(...violationsOf(results).map((violation) => `${theme}: ${violation}`))
  }
  return found
}

/** Changes the theme of what is shown, dialogs included, as the toolbar does. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((scheme) => {
    for (const root of document.querySelectorAll('.pz-root')) root.setAttribute('data-pz-scheme', scheme)
    for (const frame of document.querySelectorAll('.frame')) frame.setAttribute('data-theme', scheme)
  }, theme)
}
