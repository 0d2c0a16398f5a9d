import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { componentOf } from '../support/story.ts'
import { visit } from '../support/visit.ts'

check(14, 'Live regions pre-exist', {
  run(lab) {
    // A component's first story is the one in which nothing has been answered yet.
    const first = new Map(lab.states.toReversed().map((story) => [componentOf(story), story]))
    return visit(
      lab,
      [...first.values()].map((story) => ({ story })),
      regions,
    )
  },
  seed: {
    page: (page) =>
      page.addInitScript(() => {
        const hide = '.pz-root [role="status"] { display: none }'
        addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('beforeend', `<style>${hide}</style>`))
      }),
  },
})

/** Each provider has one polite and one urgent region, empty and not hidden from screen readers. */
async function regions(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.pz-root:not([data-pz-overlay])')].flatMap((root) =>
      ['status', 'alert'].flatMap((role) => {
        const found = [...root.querySelectorAll(`:scope > [role="${role}"], :scope > * > [role="${role}"]`)]
        const [region] = found
        if (!region || found.length > 1) return [`${found.length} regions with the role ${role}`]
        const hidden = getComputedStyle(region).display === 'none' || getComputedStyle(region).visibility === 'hidden'
        return [...(hidden ? [`the ${role} is hidden`] : []), ...(region.textContent ? [`the ${role} is not empty`] : [])]
      }),
    ),
  )
}
