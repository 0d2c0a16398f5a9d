import { randomUUID } from 'node:crypto'
import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import openApi from '@pryzm/salesforce-sdk/openapi.json' with { type: 'json' }
import { afterAll, beforeAll, expect, it } from 'vitest'
import { comeBack, signIn } from './support/connect.ts'
import { setUp } from './support/map.ts'
import { createOtherOrg } from './support/other-org.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

let bench: Workbench
let other: EmulatedOrg
beforeAll(async () => {
  bench = await createWorkbench()
  other = await createOtherOrg(bench.org)
  await signIn(bench)
})
afterAll(async () => {
  await bench.close()
  await other.close()
})

/** Every field of the answers of a route that is described as not produced yet. */
function experimentalFields(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return []
  seen.add(schema)
  const { $ref, properties } = schema as { $ref?: string; properties?: Record<string, { description?: string }> }
  if ($ref !== undefined) return experimentalFields(definitions[$ref.replace('#/components/schemas/', '')], seen)
  const marked = Object.entries(properties ?? {})
    .filter(([, { description }]) => description?.startsWith('Experimental:'))
    .map(([name]) => name)
  return [...marked, ...Object.values(schema).flatMap((part) => experimentalFields(part, seen))]
}

const definitions: Record<string, unknown> = openApi.components.schemas
const carriers = new Map(
  Object.values(openApi.paths)
    .flatMap((path) => Object.values<{ operationId: string; responses: unknown }>(path))
    .map(({ operationId, responses }) => [operationId, experimentalFields(responses)] as const)
    .filter(([, fields]) => fields.length > 0),
)

/** One answer of every route whose answers have room for such a field, in an order in which each can be asked. */
const asks: Record<string, () => Promise<unknown>> = {
  'schema.get': () => bench.client().schema.get({ object: 'Account' }),
  'setup.check': () => bench.client().setup.check(),
  'setup.createFields': () => bench.client().setup.createFields(),
  'connection.get': () => bench.client().connection.get(),
  async 'pushes.create'() {
    await setUp(bench)
    await bench.server.work()
    return pushOne()
  },
  async 'jobs.fields'() {
    const { job } = await pushOne()
    return bench.client().jobs.fields({ id: job.id, recordResultId: '1' })
  },
  async 'connection.chooseOrg'() {
    const server = await bench.anotherServer({ loginUrl: other.url })
    const { authorizeUrl } = await bench.client('admin', workspace, server).connection.connect({ returnTo: '/' })
    await comeBack({ ...bench, server }, await other.admin.approve(authorizeUrl))
    return bench.client().connection.chooseOrg({ choice: 'keep' })
  },
  'connection.disconnect': () => bench.client().connection.disconnect(),
}

async function pushOne() {
  const id = randomUUID()
  await bench.records.write(workspace, 'organization', [{ id, kind: 'create', values: { name: `Northwind ${id}` } }], {})
  const push = await bench.client().pushes.create({ recordType: 'organization', recordId: id, idempotencyKey: randomUUID() })
  expect(push.fields.length).toBeGreaterThan(0)
  return push
}

it('asks every route that carries a field marked as not produced yet', () => {
  expect(Object.keys(asks).toSorted()).toEqual([...carriers.keys()].toSorted())
})

it.each(Object.entries(asks))('%s answers without them; a field that it does produce loses its mark', async (route, ask) => {
  const fields = carriers.get(route) ?? []
  expect(fields.length).toBeGreaterThan(0)
  expect(keysOf(await ask()).filter((key) => fields.includes(key))).toEqual([])
})

function keysOf(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(keysOf)
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, value]) => [key, ...keysOf(value)])
}
