import type { Page } from 'playwright'
import { isFinished } from './preview.ts'

/** How time goes on in a page. */
export interface Clock {
  /** Before the page's own scripts. */
  before: (page: Page) => Promise<void>
  pass: (page: Page, milliseconds: number) => Promise<void>
}

/** The machine's own. */
export const realClock: Clock = {
  before: () => Promise.resolve(),
  pass: (page, milliseconds) => page.waitForTimeout(milliseconds),
}

/** One that stands still between two steps, however long the machine takes for them. */
export const pageClock: Clock = {
  async before(page) {
    await page.clock.install({ time: '2026-03-04T10:00:00Z' })
    await page.clock.pauseAt('2026-03-04T10:00:01Z')
  },
  async pass(page, milliseconds) {
    await page.clock.runFor(milliseconds)
    await turns(page)
  },
}

/** Lets the clock run until the story has played; it stands still while code is on its way. */
export async function playToEnd(page: Page, clock: Clock): Promise<void> {
  const pending = new Set<object>()
  page.on('request', (request) => pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  const latest = Date.now() + 120_000
  while (!(await isFinished(page))) {
    if (Date.now() > latest) throw new Error('The story did not play to its end.')
    if (pending.size === 0) await clock.pass(page, 25)
  }
}

/** Lets everything happen that is due: answers that were read, and what React draws of them. */
async function turns(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(), { once: true })
        port1.start()
        port2.postMessage(null)
      })
    }
  })
}
