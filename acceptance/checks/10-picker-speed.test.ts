import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { plantHtml } from '../support/plant.ts'
import {
  longestTask,
  medianOf,
  pressedByPerson,
  throttle,
  untilPainted,
  withinTime,
  withoutHighlighter,
} from '../support/speed.ts'
import { whole } from '../support/visit.ts'

const option = '[role="listbox"] [role="option"]'
const words = ['r', 'e', 'n', 'e', 'w']

check(10, 'Picker is fast', {
  async run(lab) {
    const page = await lab.open(lab.story('MappingEditor', 'EightHundredFields'), { before: withoutHighlighter })
    const most = await scrolledThrough(page)
    const found = most < 60 ? [] : [`${most} options are in the document`]
    if (!whole || lab.brief) return found
    await throttle(page, 4)
    return [
      ...found,
      ...withinTime('10 opening the picker', await medianOf(() => opened(page)), 100),
      ...withinTime('10 a keystroke in the picker', await medianOf(() => slowestKeystroke(page)), 50),
      ...withinTime(
        '10 the longest task while scrolling',
        await medianOf(() => longestTask(page, () => scrolledThrough(page))),
        120,
      ),
    ]
  },
  seed: plantHtml(`<div role="listbox">${'<div role="option">planted</div>'.repeat(60)}</div>`),
})

/** Scrolls the list from its start to its end, and returns how many options the document held at most. */
function scrolledThrough(page: Page): Promise<number> {
  return page.evaluate(async (options) => {
    const list = document.querySelector('[role="listbox"][aria-label]') ?? document.body
    let most = 0
    list.scrollTop = 0
    for (let last = -1; last !== list.scrollTop;) {
      last = list.scrollTop
      list.scrollTop += list.clientHeight
      await new Promise(requestAnimationFrame)
      most = Math.max(most, document.querySelectorAll(options).length)
    }
    list.scrollTop = 0
    return most
  }, option)
}

async function opened(page: Page): Promise<number> {
  await page.keyboard.press('Escape')
  await page.locator(option).first().waitFor({ state: 'detached' })
  const button = page.getByRole('button', { name: /^Salesforce field for Industry/ })
  return untilPainted(page, () => pressedByPerson(page, button), 'click', option)
}

/** Types a word, deletes it again, and returns how long the slowest of its letters took to be painted. */
async function slowestKeystroke(page: Page): Promise<number> {
  const input = page.getByRole('combobox', { name: 'Salesforce field for Industry' })
  let slowest = 0
  for (const letter of words) {
    slowest = Math.max(slowest, await untilPainted(page, () => input.press(letter), 'keydown', option))
  }
  await input.fill('')
  return slowest
}
