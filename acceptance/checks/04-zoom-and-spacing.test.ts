import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { plantHtml } from '../support/plant.ts'
import { collisions } from '../support/rects.ts'
import { visit, whole } from '../support/visit.ts'

/** WCAG 1.4.12, to the letter. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`

check(4, 'Zoom and spacing', {
  run(lab) {
    const stories = lab.states.filter((_, at) => whole || at % 12 === 0)
    // 1280 pixels at 200 % leave 640 CSS pixels of twice the size.
    const zoomed = stories.map((story) => ({ story, options: { width: 640, height: 450 } }))
    return visit(lab, zoomed, collisionsWhenSpaced, { context: { deviceScaleFactor: 2 } })
  },
  seed: plantHtml(
    '<p style="position: absolute; inset-block-start: 0">One line</p><p style="position: absolute; inset-block-start: 4px">Another</p>',
  ),
  timeout: 1_800_000,
})

async function collisionsWhenSpaced(page: Page): Promise<string[]> {
  const plain = await collisions(page)
  const style = await page.addStyleTag({ content: spacing })
  const spaced = await collisions(page)
  await style.evaluate((element) => (element as Element).remove())
  return [...plain, ...spaced.map((sentence) => `spaced: ${sentence}`)]
}
