import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from './support/connect.ts'
import { createWorkbench, databases, type Workbench } from './support/workbench.ts'

const page = readFileSync(new URL('../../../docs/experimental.md', import.meta.url), 'utf8')
const fields = [...page.matchAll(/^\| `\w+\.(\w+)`/gm)].map(([, name = '']) => name)

let bench: Workbench
beforeAll(async () => {
  const [database] = databases
  if (!database) throw new Error('There is no database to test on.')
  bench = await createWorkbench({ database: await database.open() })
  await signIn(bench)
})
afterAll(() => bench.close())

it('answers without the fields that are marked as not produced yet; one that it does produce loses its mark', async () => {
  expect(fields.length).toBeGreaterThan(0)
  const client = bench.client()
  const answers = [await client.connection.get(), await client.setup.check(), await client.mapping.get()]
  expect(answers.flatMap(keysOf).filter((key) => fields.includes(key))).toEqual([])
})

function keysOf(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(keysOf)
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, value]) => [key, ...keysOf(value)])
}
