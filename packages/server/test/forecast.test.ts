import { afterAll, beforeAll, expect, it } from 'vitest'
import { setUp, withPair } from './support/map.ts'
import { jobOf, pull } from './support/pull.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

let bench: Workbench
beforeAll(async () => {
  bench = await createWorkbench()
  await bench.server.work()
  await setUp(bench)
})
afterAll(() => bench.close())

const forecast = () => bench.client().runs.forecast()
const count = (object: string) => bench.org.admin.find(object).length

it('counts what the pull then reads, and writes nothing', async () => {
  const before = await forecast()
  expect(before.objects).toEqual([
    { object: 'Account', label: 'Organizations', records: count('Account'), linked: 0 },
    { object: 'Contact', label: 'People', records: count('Contact'), linked: 0 },
    { object: 'Opportunity', label: 'Deals', records: count('Opportunity'), linked: 0 },
  ])
  expect((await bench.client().runs.latest()).run).toBeNull()
  const run = await pull(bench.client())
  for (const { object, records } of before.objects) expect(jobOf(run, object).counts.processed).toBe(records)
})

it('tells what is linked by now, and takes no fewer calls than the pull', async () => {
  const { objects, apiCalls, apiUsage } = await forecast()
  for (const { records, linked } of objects) expect(linked).toBeGreaterThan((records ?? 0) / 2)
  const used = apiUsage?.used ?? 0
  await pull(bench.client())
  const after = (await forecast()).apiUsage?.used ?? 0
  expect(after - used).toBeLessThanOrEqual(apiCalls ?? 0)
  expect(apiUsage?.limit).toBeGreaterThan(1000)
})

it('leaves out what a pull leaves out, and is refused where the pull would be', async () => {
  const { version, mapping } = await bench.client().mapping.get()
  const saved = await bench
    .client()
    .mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Contact', { direction: 'push' }) })
  expect((await forecast()).objects.map(({ object }) => object)).toEqual(['Account', 'Opportunity'])
  await expect(bench.client('editor').runs.forecast()).rejects.toMatchObject({ code: 'not_permitted' })
  const off = saved.mapping.pairs.reduce((all, { object }) => withPair(all, object, { direction: 'push' }), saved.mapping)
  await bench.client().mapping.save({ baseVersion: saved.version, mapping: off })
  await expect(forecast()).rejects.toMatchObject({ code: 'mapping_invalid' })
})

it('does without the number where Salesforce does not count in time', async () => {
  const { version, mapping } = await bench.client().mapping.get()
  await bench.client().mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Account', { direction: 'pull' }) })
  bench.org.faults.add({
    method: 'GET',
    path: '/query',
    respond: { status: 400, body: [{ errorCode: 'QUERY_TIMEOUT', message: 'Your query request was running for too long.' }] },
    times: 9,
  })
  expect(await forecast()).toMatchObject({ objects: [{ object: 'Account', records: null }], apiCalls: null })
  bench.org.faults.clear()
})
