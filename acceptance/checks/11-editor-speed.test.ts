import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { plantHtml } from '../support/plant.ts'
import { medianOf, pressedByPerson, throttle, untilPainted, withinTime, withoutHighlighter } from '../support/speed.ts'
import { whole } from '../support/visit.ts'

check(11, 'Editor is fast', {
  async run(lab) {
    const page = await lab.open(lab.story('MappingEditor', 'TwoHundredRows'), { before: withoutHighlighter })
    const found: string[] = []
    const nodes = await page.evaluate(() => document.querySelectorAll('body *').length)
    if (nodes >= 2500) found.push(`${nodes} elements are in the document`)
    const renders = await rendersOfChange(page)
    if (renders === 0) found.push('no row was rendered')
    if (renders > 3) found.push(`changing a direction rendered ${renders} rows`)
    if (!whole || lab.brief) return found
    await throttle(page, 4)
    return [
      ...found,
      ...withinTime('11 changing a direction', await medianOf(() => changed(page)), 50),
      ...withinTime('11 showing 200 rows', await medianOf(() => mounted(page)), 250),
    ]
  },
  seed: plantHtml('<i></i>'.repeat(2500)),
})

/**
 * How many rows were rendered for one changed direction. React's Profiler reports nothing in a production build, but the
 * story's class function of a row is called once a render.
 */
async function rendersOfChange(page: Page): Promise<number> {
  // An answer that comes late renders rows too, but not because of the change.
  await page.waitForFunction(() => {
    const last = (globalThis as unknown as RendersOfRows).rowRenders.at(-1)
    return last !== undefined && performance.now() - last > 1000
  })
  const renders = () => page.evaluate(() => (globalThis as unknown as RendersOfRows).rowRenders.length)
  const before = await renders()
  await turn(page)
  await page.waitForTimeout(500)
  return (await renders()) - before
}

/** What the story notes: when each row was rendered. */
interface RendersOfRows {
  rowRenders: number[]
}

/** Presses a direction of the first row that is not chosen. */
function turn(page: Page): Promise<void> {
  return pressedByPerson(page, page.locator('[role="row"] [role="radiogroup"] label:not(:has(input:checked))').first())
}

function changed(page: Page): Promise<number> {
  return untilPainted(page, () => turn(page), 'click', '[data-pz-save-bar]')
}

/**
 * From the press on an object's tab, whose mapping and schema are there, until its 200 rows are painted: when the editor opens
 * first, its rows wait for answers, and what that takes is the server's time.
 */
async function mounted(page: Page): Promise<number> {
  await page.getByRole('tab', { name: /^People/ }).click()
  await page.locator('[role="grid"][aria-label*="People"]').waitFor()
  return untilPainted(
    page,
    () => pressedByPerson(page, page.getByRole('tab', { name: /^Organizations/ })),
    'click',
    '[aria-rowcount="202"] [role="radiogroup"]',
  )
}
