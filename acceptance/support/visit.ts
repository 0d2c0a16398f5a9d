import type { Page } from 'playwright'
import type { Lab, OpenOptions } from './lab.ts'
import type { Story } from './story.ts'

/** Where `npm test` looks at a share, `npm run acceptance` looks at everything. */
export const whole = process.env.ACCEPTANCE === 'whole'

export interface Visit {
  story: Story
  options?: Pick<OpenOptions, 'globals' | 'width' | 'height'>
}

/** Looks at a story that stands still and returns a sentence for everything that is not as it has to be. */
export type Look = (page: Page, visit: Visit) => Promise<string[]>

/** Shows each story in turn, in two pages, and gathers what the look finds there, with the story's id before it. */
export async function visit(
  lab: Lab,
  visits: readonly Visit[],
  look: Look,
  opening: Pick<OpenOptions, 'context' | 'before'> = {},
): Promise<string[]> {
  const found: string[] = []
  const waiting = [...(lab.brief ? visits.slice(0, 3) : visits)]
  const work = async () => {
    let page: Page | undefined
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { story, options } = next
      const where = [story.id, ...Object.values(options?.globals ?? {}), options?.width].join(' ')
      try {
        if (page) await lab.show(page, story, options)
        else page = await lab.open(story, { ...options, ...opening })
        found.push(...(await look(page, next)).map((sentence) => `${where}: ${sentence}`))
      } catch (error) {
        found.push(`${where}: ${String(error).split('\n', 1)[0]}`)
        await page?.context().close()
        page = undefined
      }
    }
    await page?.context().close()
  }
  await Promise.all([work(), work()])
  return found.toSorted()
}
