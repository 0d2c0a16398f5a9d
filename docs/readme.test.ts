import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

describe('README.md', () => {
  it('shows the very file with which the demo mounts the kit, in 25 lines at most', () => {
    const [, path = '', shown = ''] = /<!-- (\S+) -->\n\n```ts\n([^`]*)```/.exec(readme) ?? []
    expect(shown).toBe(readFileSync(join(root, path), 'utf8'))
    expect(shown.trimEnd().split('\n').length).toBeLessThanOrEqual(25)
  })

  it('links to files that are there', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => join(root, target))
    expect(targets.length).toBeGreaterThan(8)
    for (const target of targets) expect(() => readFileSync(target)).not.toThrow('ENOENT')
  })
})
