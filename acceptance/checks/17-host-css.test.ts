import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import type { Lab } from '../support/lab.ts'
import { changedParts, keepParts } from '../support/part-styles.ts'
import { plantCss } from '../support/plant.ts'
import type { Story } from '../support/story.ts'
import { whole } from '../support/visit.ts'

const hosts = ['tailwind3', 'tailwind4', 'bootstrap', 'legacy', 'root62']
const places = ['first', 'last']

// What a part takes from the page that it is on, each for a reason; everything else has to stay.
const allowed = [
  // How wide a tab is drawn: nothing of ours holds one.
  'tab-size',
  // What a phone does when it is turned or tapped is the whole page's to say.
  'text-size-adjust',
  '-webkit-tap-highlight-color',
]

// The font is the host's by design, and every width follows from it: it is held still, with the variable for it.
const sameFont = '.pz-root { --pz-font: sans-serif }'

check(17, 'Host CSS cannot break us', {
  timeout: 1_800_000,
  async run(lab) {
    const found: string[] = []
    let page: Page | undefined
    for (const [at, story] of chosen(lab).entries()) {
      page ??= await lab.open(story, { context: { reducedMotion: 'reduce' }, before: plantCss(sameFont).page })
      await lab.show(page, story)
      await keepParts(page)
      for (const [turn, host] of hosts.entries()) {
        for (const kit of whole ? places : [places[(at + turn) % 2] ?? 'first']) {
          await lab.show(page, story, { globals: { host, kit } })
          const changed = await changedParts(page, allowed)
          found.push(...changed.map((sentence) => `${story.id} ${host} ${kit}: ${sentence}`))
        }
      }
    }
    return found
  },
  seed: plantCss(':root:has(style[data-desk=host] ~ style[data-desk=kit]) .pz-box { letter-spacing: 3px !important }'),
})

/** Twenty states from all over the list, so that every component is among them; a share takes three. */
function chosen({ states, brief }: Lab): Story[] {
  const count = brief ? 1 : whole ? 20 : 3
  return Array.from({ length: count }, (_, at) => states[Math.floor(((at + 0.5) * states.length) / count)]).filter(
    (story) => story !== undefined,
  )
}
