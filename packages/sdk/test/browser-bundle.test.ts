import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Every module that an entry loads at run time, the packages they name, and those that they ask for only later. */
function loadedBy(entry: string): { files: Set<string>; packages: Set<string>; later: string[] } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const later: string[] = []
  const visit = (file: URL) => {
    if (files.has(file.href)) return
    files.add(file.href)
    const source = readFileSync(file, 'utf8')
    for (const [, specifier = ''] of source.matchAll(/\bimport\('([^']+)'\)/g)) later.push(specifier)
    for (const specifier of runtimeImports(source)) {
      if (specifier.startsWith('.')) visit(new URL(specifier, file))
      else packages.add(specifier)
    }
  }
  visit(new URL(`../src/${entry}`, import.meta.url))
  return { files, packages, later }
}

/** Imports and re-exports that are left once types are stripped. */
function runtimeImports(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm)
  return [...statements]
    .filter(([, names = '']) => !/^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\}$/.test(names))
    .map(([, , specifier = '']) => specifier)
}

describe('what a browser loads', () => {
  it('the client needs no package but a parser of live events, and that once there are some', () => {
    const { files, packages, later } = loadedBy('index.ts')
    expect(files.size).toBeGreaterThan(3)
    expect([...packages]).toEqual([])
    expect(later).toEqual(['eventsource-parser/stream'])
  })

  it('the mapping rules need no package at all', () => {
    const { files, packages, later } = loadedBy('mapping/index.ts')
    expect(files.size).toBeGreaterThan(3)
    expect([...packages, ...later]).toEqual([])
  })
})
