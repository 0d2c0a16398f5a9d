import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import * as contract from '../src/contract/index.ts'

/** Every field of the contract that is marked as experimental, such as `Connection.refreshing`. */
function experimentalFields(): string[] {
  const values: [string, unknown][] = Object.entries(contract)
  return values.flatMap(([name, value]) => {
    if (!(value instanceof z.ZodObject)) return []
    const fields: [string, z.ZodType][] = Object.entries(value.shape)
    return fields.filter(([, field]) => z.globalRegistry.get(field)?.experimental === true).map(([field]) => `${name}.${field}`)
  })
}

it('lists every field that the server does not produce yet in docs/experimental.md, and no other', () => {
  const page = readFileSync(new URL('../../../docs/experimental.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| `(\w+\.\w+)`/gm)].map(([, name]) => name)
  expect(new Set(listed)).toEqual(new Set(experimentalFields()))
})
