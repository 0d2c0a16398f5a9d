import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { slotsIn } from '../../../.storybook/docs/slots-in.ts'

const src = new URL('../src/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, src), 'utf8')
const guides = globSync('components/*/*.mdx', { cwd: src }).map((path) => ({ path, folder: path.split('/')[1] ?? '' }))

/** The call of the client that is behind each of `useQueries()`. */
const queries = new Map(
  [...read('data/queries.ts').matchAll(/^ {4}(\w+): \(([\s\S]*?)(?=^ {4}\w+: \(|^ {2}\}|^ {4}\/\*\*)/gm)].map(
    ([, name, body]) => [name, /client\.(\w+\.\w+)/.exec(body ?? '')?.[1] ?? ''],
  ),
)

interface Needs {
  routes: Set<string>
  events: Set<string>
}

/** What a component's own files, and those of the components inside it, ask the server and tell the host. */
function needsOf(folder: string, needs: Needs = { routes: new Set(), events: new Set(['onError']) }, seen = new Set<string>()) {
  if (seen.has(folder)) return needs
  seen.add(folder)
  const files = globSync(`components/${folder}/*.{ts,tsx}`, { cwd: src }).filter(
    (file) => !/\.(test|stories|scenarios)\./.test(file),
  )
  for (const source of files.map(read)) {
    const direct = [...source.matchAll(/\bclient\.(\w+\.\w+)\(/g)].map(([, call = '']) => call)
    const queried = [...source.matchAll(/(?:queries|useQueries\(\))\s*\.(\w+)\(/g)].map(([, query]) => queries.get(query) ?? '')
    for (const route of [...direct, ...queried]) if (route !== '') needs.routes.add(route)
    if (source.includes('usePermissions(')) needs.routes.add('connection.get')
    if (source.includes('useLive(')) needs.routes.add('events.stream')
    for (const [, event = ''] of source.matchAll(/host\(\)\.(on\w+)/g)) needs.events.add(event)
    for (const [, other = ''] of source.matchAll(/'\.\.\/([a-z-]+)\//g)) needsOf(other, needs, seen)
  }
  // The provider tells these of a run that somebody watches.
  if (needs.routes.has('runs.start'))
    for (const [, event = ''] of read('data/watch-runs.ts').matchAll(/host\(\)\.(on\w+)/g)) needs.events.add(event)
  return needs
}

/** The names that a block of a guide is given. */
function namesIn(guide: string, block: string): string[] {
  const [, list = ''] = new RegExp(`<${block}\\s+names=\\{\\[([^\\]]*)\\]\\}`).exec(guide) ?? []
  return [...list.matchAll(/'([\w.]+)'/g)].map(([, name = '']) => name)
}

it('has a guide for each of the nine components', () => {
  const stories = globSync('components/*/*.stories.tsx', { cwd: src }).map((path) => path.split('/')[1] ?? '')
  expect(guides.map(({ folder }) => folder).toSorted()).toEqual([...new Set<string>(stories)].toSorted())
  expect(guides).toHaveLength(9)
})

it.for(guides)('$folder: its guide names the server routes that it calls, and no other', ({ path, folder }) => {
  expect(namesIn(read(path), 'Routes')).toEqual([...needsOf(folder).routes].toSorted())
})

it.for(guides)('$folder: its guide names the events that it tells a host, and no other', ({ path, folder }) => {
  expect(namesIn(read(path), 'Events')).toEqual([...needsOf(folder).events].toSorted())
})

it.for(guides)('$folder: its guide speaks of parts that there are', ({ path }) => {
  const guide = read(path)
  const slots = slotsIn(read('styles/slots.ts'), /<Slots of="(\w+)"/.exec(guide)?.[1] ?? '')
  const [, anatomy = ''] = /## Anatomy\n([\s\S]*?)<Slots/.exec(guide) ?? []
  const named = [...anatomy.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !slots.includes(name) && name !== 'dl' && !name.startsWith('data-'))).toEqual([])
})

it.for(guides)('$folder: it draws every part that a host can style, and names no other', ({ path, folder }) => {
  const owner = /<Slots of="(\w+)"/.exec(read(path))?.[1] ?? ''
  const files = globSync(`components/${folder}/*.{ts,tsx}`, { cwd: src }).filter(
    (file) => !/\.(test|stories|scenarios)\./.test(file),
  )
  const source = files.map(read).join('')
  expect(slotsIn(read('styles/slots.ts'), owner).filter((slot) => !source.includes(`'${slot}'`))).toEqual([])
  expect(source).not.toContain("'data-slot':")
})

it.for(guides)('$folder: its guide shows stories that there are', ({ path, folder }) => {
  const stories = read(`components/${folder}/${folder}.stories.tsx`)
  const shown = [...read(path).matchAll(/of=\{Stories\.(\w+)\}/g)].map(([, name = '']) => name)
  expect(shown.filter((name) => !stories.includes(`export const ${name} =`))).toEqual([])
  expect(existsSync(new URL(`components/${folder}/${folder}.playground.stories.tsx`, src))).toBe(true)
})
