import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { plantCss } from '../support/plant.ts'
import { whole } from '../support/visit.ts'

/** Sizes of the window: a row is a line in the one and a card in the other. */
const windows = [
  { width: 900, height: 600 },
  { width: 320, height: 640 },
]

check(6, 'Focus not hidden', {
  async run(lab) {
    const found: string[] = []
    for (const size of whole && !lab.brief ? windows : windows.slice(0, 1)) {
      const page = await lab.open(lab.story('MappingEditor', 'TwentyErrors'), size)
      await page
        .getByRole('button', { name: /^Remove / })
        .first()
        .press('Enter')
      await page.locator('[data-pz-save-bar]').waitFor()
      found.push(...(await walk(page, lab.brief ? 1 : whole ? 5 : 2)))
      await page.context().close()
    }
    return found
  },
  seed: plantCss('[data-pz-save-bar] { position: fixed !important; inset: 0 !important; z-index: 9 }'),
  timeout: 1_800_000,
})

/** Goes down and up the columns of the grid by its arrows, then on by Tab to the end of the page. */
async function walk(page: Page, columns: number): Promise<string[]> {
  const found = new Set<string>()
  const look = async () => {
    const covered = await coveredFocus(page)
    if (covered !== null) found.add(covered)
  }
  const rows = await page.getByRole('grid').getByRole('row').count()
  await page.getByRole('gridcell').first().focus()
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      await page.keyboard.press(column % 2 === 0 ? 'ArrowDown' : 'ArrowUp')
      await look()
    }
    await page.keyboard.press('ArrowRight')
    await look()
  }
  await page.locator('[data-cell][tabindex="0"]').first().focus()
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    // After the last control comes the browser itself.
    if (await page.evaluate(() => document.activeElement === document.body)) break
    await look()
  }
  return [...found]
}

/** What has focus and lies under the bar, once the page has had two frames to scroll. */
function coveredFocus(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    const bar = document.querySelector('[data-pz-save-bar]')
    const focused = document.activeElement
    if (!bar || !focused || focused === document.body) return 'focus is lost'
    if (bar.contains(focused)) return null
    const above = bar.getBoundingClientRect()
    const below = focused.getBoundingClientRect()
    const apart =
      below.bottom <= above.top + 0.5 || below.top >= above.bottom || below.right <= above.left || below.left >= above.right
    return apart ? null : `${focused.getAttribute('data-cell') ?? focused.outerHTML.slice(0, 80)} is under the bar`
  })
}
