import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The 335 states of the design, by component; a reviewer ticks them off in Storybook. */
const states = JSON.parse(readFileSync(new URL('states.json', import.meta.url), 'utf8')) as Record<string, string[]>

it('has a story for every state of the design', () => {
  const missing = Object.entries(states).flatMap(([component, names]) => {
    const told = new Map(storiesOf(component))
    return names.filter((name) => !told.has(name)).map((name) => `${component} ${name}`)
  })
  expect(missing).toEqual([])
})

it.for(Object.keys(states))('%s has no two stories that are the same but for their name', (component) => {
  const seen = new Map<string, string>()
  const same = storiesOf(component).flatMap(([name, story]) => {
    const other = seen.get(story)
    seen.set(story, name)
    return other === undefined ? [] : [`${other} and ${name}`]
  })
  expect(same).toEqual([])
})

/** Each story's name, with what makes it. */
function storiesOf(component: string): [string, string][] {
  const folder = component.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
  const source = readFileSync(new URL(`../src/components/${folder}/${folder}.stories.tsx`, import.meta.url), 'utf8')
  return [...source.matchAll(/^export const (\w+) = ([\s\S]*?)(?=\nexport |\n(?:async )?function |\nconst |$(?![\s\S]))/gm)].map(
    ([, name = '', story = '']) => [name, story.replace(/\s+/g, ' ').trim()],
  )
}
