import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import type { Lab } from '../support/lab.ts'
import { componentOf, type Story } from '../support/story.ts'

const states = JSON.parse(readFileSync(new URL('../../packages/ui/test/states.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>

check(2, 'All states exist', {
  async run(lab) {
    const owed = missing(lab.states)
    return lab.brief ? owed : [...owed, ...(await alike(lab))]
  },
  seed: { stories: (stories) => stories.filter(({ exportName }) => exportName !== 'Loading') },
})

/** States of the design that no story shows under their name. */
function missing(stories: readonly Story[]): string[] {
  const shown = new Set(stories.map((story) => `${componentOf(story)} ${story.exportName}`))
  const asked = Object.entries(states).flatMap(([component, names]) => names.map((name) => `${component} ${name}`))
  return asked.filter((state) => !shown.has(state)).map((state) => `${state} has no story`)
}

/** Stories that differ from the one before them neither in what they are made of nor in what they show. */
async function alike(lab: Lab): Promise<string[]> {
  const [first] = lab.states
  if (!first) return ['there are no stories']
  const page = await lab.open(first)
  const found: string[] = []
  for (const [before, story] of await madeAlike(page, lab.states)) {
    const shown = []
    for (const either of [before, story]) {
      await lab.show(page, either)
      shown.push(await page.locator('body').innerText())
    }
    if (shown[0] === shown[1]) found.push(`${story.id} is ${before.id} under another name`)
  }
  return found
}

/** Neighbours with the same data, whose plays read the same: what these do may still differ by what they were given. */
async function madeAlike(page: Page, stories: readonly Story[]): Promise<[Story, Story][]> {
  const ids = stories.map(({ id }) => id)
  const alike = await page.evaluate(async (all) => {
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview }
    const found: number[] = []
    let before = ''
    for (const [at, storyId] of all.entries()) {
      const { initialArgs, storyGlobals, parameters, playFunction } = await preview.loadStory({ storyId })
      const made = JSON.stringify([initialArgs, storyGlobals, parameters.scenario, String(playFunction)])
      if (made === before) found.push(at)
      before = made
    }
    return found
  }, ids)
  return alike.map((at) => [stories[at - 1] as Story, stories[at] as Story])
}

interface Preview {
  loadStory: (asked: { storyId: string }) => Promise<{
    initialArgs: object
    storyGlobals: object
    parameters: { scenario?: object }
    playFunction?: unknown
  }>
}
