import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { visit } from '../support/visit.ts'

interface Badge {
  status: string
  word: string
  /** The shapes inside its icon. */
  shape: string
}

check(15, 'Status without colour', {
  async run(lab) {
    const badges: Badge[] = []
    const shown = ['ConnectionCard', 'SetupChecklist', 'PullPanel', 'JobHistoryTable', 'JobDetail']
    const stories = lab.states.filter(({ title }) => shown.some((component) => title.startsWith(`${component}/`)))
    // Some of the stories show every status; a status that none of them shows cannot be told from another by its badge.
    const visits = stories.filter((_, at) => at % 4 === 0).map((story) => ({ story }))
    const broken = await visit(
      lab,
      visits,
      async (page) => {
        badges.push(...(await badgesOf(page)))
        return []
      },
      { context: { forcedColors: 'active' } },
    )
    return [...broken, ...alike(badges)]
  },
  seed: {
    page: (page) =>
      page.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => {
          const badge = (status: string) =>
            `<span data-status="${status}" data-tone="info"><svg><path d="M0 0"/></svg><span>Same</span></span>`
          document.body.insertAdjacentHTML('beforeend', badge('done') + badge('failed'))
        }),
      ),
  },
})

function badgesOf(page: Page): Promise<Badge[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-status][data-tone]')].map((badge) => ({
      status: badge.dataset.status ?? '',
      word: badge.textContent?.trim() ?? '',
      shape: badge.querySelector('svg')?.innerHTML ?? '',
    })),
  )
}

/** Statuses that share their shape, and badges without a word. */
function alike(badges: readonly Badge[]): string[] {
  const statusOf = new Map<string, string>()
  const found = new Set<string>()
  for (const { status, word, shape } of badges) {
    if (word === '') found.add(`${status} has no word`)
    const other = statusOf.get(shape)
    if (other !== undefined && other !== status) found.add(`${status} and ${other} have the same icon`)
    statusOf.set(shape, status)
  }
  return [...found]
}
