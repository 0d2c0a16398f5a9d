import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import * as contract from '../src/contract/index.ts'

/** Every field of the contract that is marked as experimental, such as `Connection.refreshing`. */
function experimentalFields(): Set<string> {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const visit = (schema: unknown, path: string) => {
    if (!(schema instanceof z.ZodType) || seen.has(schema)) return
    seen.add(schema)
    const meta = z.globalRegistry.get(schema)
    if (meta?.experimental === true) found.add(path)
    const inner = schema.def as { innerType?: unknown; element?: unknown; options?: unknown[]; valueType?: unknown }
    for (const part of [inner.innerType, inner.element, inner.valueType, ...(inner.options ?? [])]) visit(part, path)
    if (!(schema instanceof z.ZodObject)) return
    const shape: Record<string, unknown> = schema.shape
    for (const [field, value] of Object.entries(shape)) visit(value, `${meta?.id ?? path}.${field}`)
  }
  for (const [name, schema] of Object.entries(contract)) visit(schema, name)
  return found
}

it('lists every field that the server does not produce yet in docs/experimental.md, and no other', () => {
  const page = readFileSync(new URL('../../../docs/experimental.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| `([\w.]+)`/gm)].map(([, name]) => name)
  expect(new Set(listed)).toEqual(experimentalFields())
})
