import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setUp } from './support/map.ts'
import { pull, runWhere } from './support/pull.ts'
import { createWorkbench, databases, type Workbench } from './support/workbench.ts'

describe.each(databases)('erasing, on $name', ({ open }) => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await createWorkbench({ database: await open() })
    await bench.server.work()
  })
  afterAll(() => bench.close())
  beforeEach(() => bench.org.reset())

  async function pulled() {
    const workspace = randomUUID()
    await setUp(bench, { workspace })
    const client = bench.client('admin', workspace)
    const { jobs } = await pull(client)
    const results = (jobId: string, search?: string) => client.jobs.records({ id: jobId, ...(search && { search }) })
    return { workspace, client, jobs, results }
  }

  it('a record takes its ids, name and values out of every result, and leaves the rest', async () => {
    const { workspace, client, jobs, results } = await pulled()
    const jobId = jobs[0]!.id
    const before = (await results(jobId)).items
    const [gone, kept] = [before[0]!, before[1]!]
    const recordId = gone.recordId!
    const push = await client.pushes.create({ recordType: 'organization', recordId, idempotencyKey: randomUUID() })
    expect(push.job.state).toBe('succeeded')

    await bench.server.forget(workspace, 'organization', recordId)

    for (const text of [recordId, gone.salesforceId!]) {
      expect((await results(jobId, text)).items).toEqual([])
      expect((await results(push.job.id, text)).items).toEqual([])
    }
    expect((await results(jobId, gone.name!)).items.map(({ id }) => id)).not.toContain(gone.id)
    const after = (await results(jobId)).items
    expect(after).toHaveLength(before.length)
    expect(after.find(({ id }) => id === gone.id)).toMatchObject({
      outcome: 'created',
      name: null,
      recordId: null,
      salesforceId: null,
      reason: { code: 'forgotten' },
    })
    expect(after.find(({ id }) => id === kept.id)).toEqual(kept)
    const { items: fields } = await client.jobs.fields({ id: push.job.id, recordResultId: '1' })
    expect(fields.filter(({ dropped }) => dropped !== null)).toEqual([])
    expect((await client.jobs.get({ id: jobId })).job.counts).toEqual(jobs[0]!.counts)
  })

  it('a record that is still there in both systems is linked again by the next pull', async () => {
    const { workspace, client, jobs, results } = await pulled()
    const recordId = (await results(jobs[0]!.id)).items[0]!.recordId!
    await bench.server.forget(workspace, 'organization', recordId)
    const again = await pull(client)
    expect(again.jobs[0]!.counts).toMatchObject({ created: 0, failed: 0 })
    expect((await results(again.jobs[0]!.id, recordId)).items).toHaveLength(1)
  })

  it('a workspace leaves nothing of it, revokes its access, and touches no other', async () => {
    const [gone, other] = [await pulled(), await pulled()]
    await bench.server.purge(gone.workspace)
    expect(await gone.client.connection.get()).toMatchObject({ status: 'disconnected' })
    expect((await gone.client.jobs.list({})).items).toEqual([])
    expect((await gone.client.mapping.get()).version).toBe(0)
    await expect(gone.results(gone.jobs[0]!.id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await other.results(other.jobs[0]!.id)).items.length).toBeGreaterThan(0)
    expect((await pull(other.client)).jobs[0]!.counts).toMatchObject({ created: 0, failed: 0 })
  })

  it('a workspace in the middle of a pull stops it, and nothing of it comes back', async () => {
    const workspace = randomUUID()
    await setUp(bench, { workspace })
    const client = bench.client('admin', workspace)
    const slow = bench.org.faults.add({ path: '/results', latencyMs: 600, times: 100 })
    const { run } = await client.runs.start({})
    await runWhere(client, run.id, ({ jobs }) => jobs[0]?.state === 'running')
    await bench.server.purge(workspace)
    slow.remove()
    // Long enough for the worker to meet the page that it waits for.
    await pause(1500)
    expect((await client.jobs.list({})).items).toEqual([])
    expect(await client.connection.get()).toMatchObject({ status: 'disconnected' })
    expect((await client.mapping.get()).version).toBe(0)
    expect(bench.logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})
