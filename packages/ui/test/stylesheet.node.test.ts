import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../src/', import.meta.url)
const files = globSync('**/*.css', { cwd: root })
  .filter((file) => !/^styles(\.layer)?\.css$/.test(file))
  .map((file) => ({ file, css: readFileSync(new URL(file, root), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }))

/** The selectors of a stylesheet, without at-rules and the steps of keyframes. */
function selectors(css: string): string[] {
  return [...css.matchAll(/([^{};]+)\{/g)]
    .flatMap(([, before = '']) => before.trim().split(/,(?![^(]*\))/))
    .map((selector) => selector.trim())
    .filter((selector) => !selector.startsWith('@') && selector !== 'from' && selector !== 'to' && !/^\d+%$/.test(selector))
}

it('is read from every component and primitive', () => {
  const imported = readFileSync(new URL('styles.css', root), 'utf8')
  expect(files.filter(({ file }) => !imported.includes(`./${file}`)).map(({ file }) => file)).toEqual([])
})

it.for(files)('$file names only classes of ours, so that it cannot touch the host', ({ css }) => {
  const foreign = selectors(css).filter((selector) => !/\.pz-[\w-]+/.test(selector) || /(^|[\s>+~])[a-z*]/.test(selector))
  expect(foreign).toEqual([])
})

it.for(files)('$file uses logical properties, so that it mirrors by itself', ({ css }) => {
  const physical =
    /(?:^|[\s;{])((?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|min-width|max-width|min-height|max-height|text-align: (?:left|right))\s*:/g
  expect([...css.matchAll(physical)].map(([found]) => found.trim())).toEqual([])
})

it.for(files)('$file takes its colours from the tokens', ({ file, css }) => {
  if (file.startsWith('styles/')) return
  const colours = [...css.matchAll(/(#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\()/gi)].map(([found]) => found)
  expect(colours).toEqual([])
})
