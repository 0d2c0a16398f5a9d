import type { Locator, Page } from 'playwright'

/** A slow laptop: what the design's times are meant for. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/**
 * Keeps Storybook's highlighter out of a page: after each change it asks for the style of every element, which no host does and
 * which takes as long as the change itself.
 */
export function withoutHighlighter(page: Page): Promise<unknown> {
  return page.addInitScript(() => Object.assign(globalThis, { __STORYBOOK_HIGHLIGHT_INITIALIZED: true }))
}

const RUNS = 5
/** Milliseconds that a pointer rests on what it is about to press, and that the press lasts. */
const REST = 150
const HELD = 100

/** The median of five runs, in milliseconds. */
export async function medianOf(run: () => Promise<number>): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < RUNS; time += 1) taken.push(await run())
  return taken.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Infinity
}

/** A limit in milliseconds, and the sentence where it is not kept; the figure is printed either way. */
export function withinTime(what: string, milliseconds: number, limit: number): string[] {
  console.info(`${what}: ${Math.round(milliseconds)} ms of ${limit}`)
  return milliseconds < limit ? [] : [`${what} takes ${Math.round(milliseconds)} ms, more than ${limit}`]
}

/**
 * Presses as a person does: the pointer has come to rest before, and the button is held for a moment. Without that, what the
 * pointer's coming and the button's going down cost would be counted as the answer to the press.
 */
export async function pressedByPerson(page: Page, target: Locator): Promise<void> {
  await target.hover()
  await page.waitForTimeout(REST)
  await page.mouse.down()
  await page.waitForTimeout(HELD)
  await page.mouse.up()
}

/** Milliseconds from an input event until the browser has painted a document in which `selector` finds something. */
export async function untilPainted(page: Page, act: () => Promise<unknown>, event: string, selector: string): Promise<number> {
  const painted = page.evaluate(
    ({ type, wanted }) =>
      new Promise<number>((resolve) => {
        addEventListener(
          type,
          ({ timeStamp }) => {
            const look = () => {
              // A frame's work is painted once a task after it runs.
              if (document.querySelector(wanted)) setTimeout(() => resolve(performance.now() - timeStamp))
              else requestAnimationFrame(look)
            }
            requestAnimationFrame(look)
          },
          { capture: true, once: true },
        )
      }),
    { type: event, wanted: selector },
  )
  await act()
  return painted
}

/** The longest task of the page while `act` goes on, in milliseconds; 0 where none took longer than 50. */
export async function longestTask(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const seen = { longest: 0 }
    Object.assign(globalThis, { seenTasks: seen })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
  })
  await act()
  await page.waitForTimeout(300)
  return page.evaluate(() => (globalThis as unknown as { seenTasks: { longest: number } }).seenTasks.longest)
}
