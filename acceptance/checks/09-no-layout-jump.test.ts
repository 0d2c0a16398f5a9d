import { check } from '../support/check.ts'
import type { Lab } from '../support/lab.ts'
import { pageClock, playToEnd } from '../support/page-clock.ts'
import type { Story } from '../support/story.ts'
import { whole } from '../support/visit.ts'

/** The state that each component's loading leads to. */
const ready: readonly (readonly [component: string, state: string])[] = [
  ['ConnectionCard', 'Connected'],
  ['SetupChecklist', 'AllPassed'],
  ['MappingEditor', 'Valid'],
  ['PipelinePicker', 'ExistingList'],
  ['PullPanel', 'ReadyWithHistory'],
  ['PushButton', 'Idle'],
  ['JobHistoryTable', 'Default'],
  ['JobDetail', 'Succeeded'],
  ['SalesforceSettings', 'Healthy'],
]

const limit = 0.02

check(9, 'No layout jump', {
  async run(lab) {
    const found: string[] = []
    const widths = whole && !lab.brief ? ['320', '600', '900'] : ['900']
    const looked = ready.filter((_, at) => whole || at % 4 === 0)
    for (const [component, state] of lab.brief ? ready.slice(0, 1) : looked) {
      const story = lab.story(component, state)
      for (const width of widths) found.push(...(await jumps(lab, story, width)))
      found.push(...(await skeletonsOfQuickAnswers(lab, story)))
    }
    return found
  },
  seed: {
    page: (page) =>
      page.addInitScript(() => {
        const late = '<p style="block-size: 300px">late</p>'
        const timer = setInterval(() => {
          if (!document.querySelector('.pz-box')) return
          clearInterval(timer)
          setTimeout(() => document.body.insertAdjacentHTML('afterbegin', late), 500)
        }, 100)
      }),
  },
  timeout: 1_800_000,
})

/** How far things move from the first paint until all answers, each after 600 ms, have come. */
async function jumps(lab: Lab, story: Story, width: string): Promise<string[]> {
  const page = await lab.open(story, {
    globals: { answers: '600 ms', width },
    before: (opened) => opened.addInitScript(watchShifts),
  })
  // One request may follow another; each brings its own part.
  await page.waitForTimeout(lab.brief ? 3000 : 1500)
  const { total, moved } = await page.evaluate(() => shiftsHere)
  await page.context().close()
  return total < limit ? [] : [`${story.id} ${width}: layout shift of ${total.toFixed(3)}: ${[...new Set(moved)].join(', ')}`]
}

declare const shiftsHere: { total: number; moved: string[] }
declare const skeletonsHere: string[]

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

function watchShifts() {
  const shifts: { total: number; moved: string[] } = { total: 0, moved: [] }
  Object.assign(globalThis, { shiftsHere: shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue
      shifts.total += entry.value
      for (const { node } of entry.sources) shifts.moved.push(node instanceof Element ? node.className || node.tagName : 'a text')
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Skeletons that were ever there, though each answer came after 100 ms of the page's clock. */
async function skeletonsOfQuickAnswers(lab: Lab, story: Story): Promise<string[]> {
  const page = await lab.open(story, {
    globals: { answers: '100 ms' },
    settle: false,
    before: async (opened) => {
      await pageClock.before(opened)
      await opened.addInitScript(watchSkeletons)
    },
  })
  await playToEnd(page, pageClock)
  const seen = await page.evaluate(() => skeletonsHere)
  await page.context().close()
  return seen.map((name) => `${story.id}: a skeleton though answers are quick: ${name}`)
}

function watchSkeletons() {
  const seen: string[] = []
  Object.assign(globalThis, { skeletonsHere: seen })
  new MutationObserver(() => {
    const skeleton = document.querySelector('.pz-skeleton')
    if (skeleton && seen.length === 0) seen.push(skeleton.parentElement?.className ?? '')
  }).observe(document, { childList: true, subtree: true })
}
