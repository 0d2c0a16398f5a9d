import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { exports: entries } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  exports: Record<string, string>
}
const sources = Object.entries(entries).filter(([, file]) => /\.tsx?$/.test(file))

it.for(sources)('%s exports what it promises, and a change is seen', { timeout: 30_000 }, async ([subpath, file]) => {
  const entry: object = await import(new URL(`../${file}`, import.meta.url).href)
  const name = subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '-')
  await expect(`${Object.keys(entry).toSorted().join('\n')}\n`).toMatchFileSnapshot(`exports/${name}.txt`)
})
