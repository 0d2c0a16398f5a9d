import { buildCounts, buildJob, edgar } from '@pryzm/salesforce-sdk/testing'
import type { Job, Run } from '@pryzm/salesforce-sdk'
import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { type Clock, pageClock, playToEnd, realClock } from '../support/page-clock.ts'
import { whole } from '../support/visit.ts'

const updates = 200
/** Milliseconds from one update to the next: 20 seconds in all. */
const every = 100

check(13, 'Progress is spoken, not shouted', {
  async run(lab) {
    // A share lets the page's own clock run, so that no load of the machine changes what is said when.
    const clock: Clock = whole && !lab.brief ? realClock : pageClock
    const page = await lab.open(lab.story('PullPanel', 'ReadyNeverPulled'), { before: clock.before, settle: false })
    await playToEnd(page, clock)
    await clock.pass(page, 1000)
    await page.evaluate(record)
    const found = new Set<string>()
    for (let update = 1; update <= updates; update += 1) {
      await page.evaluate(
        (run) => {
          const { channel } = (globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview })['__STORYBOOK_PREVIEW__']
          channel.emit('pryzm/live', { type: 'run', run })
        },
        runAt(update / updates),
      )
      await clock.pass(page, every)
      for (const sentence of await wrongBars(page)) found.add(sentence)
    }
    return [...found, ...wrongNews(await page.evaluate(() => spokenHere))]
  },
  seed: {
    page: (page) =>
      page.addInitScript(() => {
        // Says every change of the bar's text.
        setInterval(() => {
          const region = document.querySelector('.pz-root > [role="status"]')
          const bar = document.querySelector('progress')
          if (region && bar) region.textContent = bar.getAttribute('aria-valuetext')
        }, 100)
      }),
  },
  timeout: 300_000,
})

interface Spoken {
  at: number
  text: string
}

declare const spokenHere: Spoken[]

interface Preview {
  channel: { emit: (event: string, given: object) => void }
}

/** Writes down what the status region says, and when. */
function record() {
  const began = Date.now()
  const spoken: Spoken[] = []
  Object.assign(globalThis, { spokenHere: spoken })
  const region = document.querySelector('.pz-root > [role="status"]')
  if (!region) return
  new MutationObserver(() => spoken.push({ at: Date.now() - began, text: region.textContent ?? '' })).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  })
}

/** The run when a share of its updates has come: organizations, people of an unknown number, opportunities. */
function runAt(share: number): Run {
  const over = share === 1
  const job = (object: Job['object'], total: number | null, from: number, to: number) => {
    const done = Math.min(1, Math.max(0, (share - from) / (to - from)))
    const state = done === 0 ? 'queued' : done === 1 ? 'succeeded' : 'running'
    const processed = Math.round(done * (total ?? 9000))
    return buildJob({
      id: `spoken-${object}`,
      runId: 'spoken',
      object,
      state,
      total: state === 'succeeded' ? processed : total,
      counts: buildCounts({ created: processed }),
    })
  }
  return {
    id: 'spoken',
    mode: 'full',
    state: over ? 'succeeded' : 'running',
    startedBy: edgar,
    queuedAt: '2026-03-04T10:00:00.000Z',
    finishedAt: over ? '2026-03-04T10:00:20.000Z' : null,
    canceling: false,
    jobs: [job('Account', 3480, 0, 0.4), job('Contact', null, 0.4, 0.8), job('Opportunity', 840, 0.8, 1)],
  }
}

function wrongBars(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('progress, [role="progressbar"]')].flatMap((bar) => {
      const text = bar.getAttribute('aria-valuetext') ?? ''
      const unknown = bar instanceof HTMLProgressElement ? bar.position === -1 : !bar.hasAttribute('aria-valuemax')
      return [
        ...(text === '' ? ['a bar has no text'] : []),
        ...(unknown && (bar.hasAttribute('aria-valuenow') || bar.hasAttribute('value'))
          ? [`${text}: a value of an unknown total`]
          : []),
      ]
    }),
  )
}

function wrongNews(spoken: readonly Spoken[]): string[] {
  const said = spoken.filter(({ text }) => text !== '')
  const last = said.at(-1)?.text ?? ''
  return [
    ...(said.length < 3 || said.length > 8 ? [`${said.length} messages`] : []),
    ...((said[0]?.at ?? Infinity) > 2000 ? [`the first message comes after ${said[0]?.at} ms`] : []),
    ...(['3,480', '9,000', '840'].every((total) => last.includes(total)) ? [] : [`the last message is "${last}"`]),
    ...said.flatMap(({ text }, at) => (text === said[at - 1]?.text ? [`"${text}" twice in a row`] : [])),
  ]
}
