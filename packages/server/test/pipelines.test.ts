import type { Pipeline, RecordResult } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUp, withPair } from './support/map.ts'
import { jobOf, pull, resultsOf } from './support/pull.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

let bench: Workbench
beforeAll(async () => {
  bench = await createWorkbench()
  await bench.server.work()
  await setUp(bench)
})
afterAll(() => bench.close())

const client = () => bench.client()
const openStages = ['Prospecting', 'Negotiation/Review', 'Closed Won', 'Closed Lost']

describe('a pipeline from Salesforce stages', () => {
  it("comes in the org's order with what each stage means, whatever the order that was asked", async () => {
    const { pipeline } = await client().pipelines.create({ name: 'Ordered', stages: openStages.toReversed() })
    expect(pipeline.stages.map(({ label, type, probability }) => [label, type, probability])).toEqual([
      ['Prospecting', 'open', 10],
      ['Negotiation/Review', 'open', 90],
      ['Closed Won', 'won', 100],
      ['Closed Lost', 'lost', 0],
    ])
  })

  it('has an inactive stage only where it is named, and then ties it to its value', async () => {
    const { pipeline, options } = await client().pipelines.create({ name: 'Surveys', stages: [...openStages, 'Site Survey'] })
    const survey = pipeline.stages.find(({ label }) => label === 'Site Survey')
    expect(options).toContainEqual({ option: survey?.id, value: 'Site Survey', direction: 'bidirectional' })
    const { options: others } = await client().pipelines.create({ name: 'No surveys', stages: openStages })
    expect(others.map(({ value }) => value)).toEqual(openStages)
  })

  it('needs an open stage, and a name of its own in any case', async () => {
    await expect(client().pipelines.create({ name: 'Ends', stages: ['Closed Won', 'Closed Lost'] })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Choose an open stage too'),
    })
    await expect(client().pipelines.create({ name: 'ordered', stages: openStages })).rejects.toMatchObject({
      code: 'name_taken',
      message: 'A pipeline called Ordered already exists. Choose another name.',
    })
  })

  it('is told which stages each sales process has', async () => {
    expect((await client().pipelines.stages()).processes).toEqual([])
    bench.org.admin.addSalesProcess({ name: 'Renewals', stages: ['Negotiation/Review', 'Closed Won', 'Closed Lost'] })
    bench.org.admin.addRecordType({ object: 'Opportunity', name: 'Renewal', salesProcess: 'Renewals' })
    const { items, processes } = await client().pipelines.stages()
    expect(items).toHaveLength(11)
    expect(processes).toMatchObject([
      { name: 'Renewals', active: true, stages: ['Negotiation/Review', 'Closed Won', 'Closed Lost'] },
    ])
  })
})

it('lists what the person may view, and the pipeline in force, and counts the rest', async () => {
  const outsider = bench.client('outsider')
  const [all, seen] = await Promise.all([client().pipelines.list(), outsider.pipelines.list()])
  expect(all.hidden).toBe(0)
  expect(seen).toMatchObject({ items: [{ name: 'Deals' }], hidden: all.items.length - 1 })
  const secret = all.items.find(({ name }) => name === 'Surveys')?.id ?? ''
  await expect(outsider.pipelines.change({ id: secret })).rejects.toMatchObject({ code: 'not_found' })
  const { version, mapping } = await client().mapping.get()
  const save = outsider.mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Opportunity', { pipelineId: secret }) })
  await expect(save).rejects.toMatchObject({
    code: 'not_permitted',
    message: 'Changing the mapping of Opportunities needs access to that pipeline in Pryzm.',
    details: { reason: 'no_entity_access', recordType: `pipeline:${secret}` },
  })
})

/** Saves another pipeline for Opportunities, with its stages matched. */
async function choose({ id, stages }: Pipeline): Promise<void> {
  const { version, mapping } = await client().mapping.get()
  const fields = mapping.pairs[2].fields.map((pair) =>
    pair.attribute === 'stage'
      ? {
          ...pair,
          options: stages.map((stage) => ({ option: stage.id, value: stage.label, direction: 'bidirectional' as const })),
        }
      : pair,
  )
  const changed = withPair(mapping, 'Opportunity', { pipelineId: id, fields })
  await client().mapping.save({ baseVersion: version, mapping: changed })
}

async function pulled(mode: 'full' | 'changes' = 'full'): Promise<{ counts: Record<string, number>; results: RecordResult[] }> {
  const job = jobOf(await pull(client(), mode), 'Opportunity')
  return { counts: job.counts, results: await resultsOf(client(), job.id) }
}

const recordsOf = async ({ id }: Pipeline) =>
  (await bench.records.list(workspace, `pipeline:${id}`, { search: '', page: 1, size: 50 })).items

/** `Pryzm_ID__c` of every opportunity by its name. */
const idsInSalesforce = () => new Map(bench.org.admin.find('Opportunity').map((row) => [row.Name, row.Pryzm_ID__c]))

async function expectIdsOf(pipeline: Pipeline): Promise<void> {
  const ids = idsInSalesforce()
  for (const record of await recordsOf(pipeline)) expect([record.name, ids.get(record.name)]).toEqual([record.name, record.id])
}

describe('another pipeline under linked records', () => {
  let deals: Pipeline
  let enterprise: Pipeline
  const linked = 3
  beforeAll(async () => {
    await pulled()
    deals = (await client().pipelines.list()).items.find(({ name }) => name === 'Deals') as Pipeline
    const stages = deals.stages.map(({ label }) => label)
    enterprise = (await client().pipelines.create({ name: 'Enterprise', stages })).pipeline
  })

  it('is told beforehand what it means, to any member', async () => {
    const change = await bench.client('viewer').pipelines.change({ id: enterprise.id })
    expect(change).toEqual({
      from: { id: deals.id, name: 'Deals' },
      to: { id: enterprise.id, name: 'Enterprise' },
      linkedInFrom: linked,
      linkedInTo: 0,
      sentence:
        '3 records of Deals are linked to opportunities. They stay in Deals as they are, and no longer sync unless Deals is chosen again. The next pull creates every opportunity as a new record in Enterprise. Pryzm_ID in Salesforce then names the records there.',
    })
    expect((await client().pipelines.change({ id: deals.id })).sentence).toBe('Opportunities sync with Deals already.')
  })

  it('gets every opportunity as a new record, whose id Salesforce then has', async () => {
    const before = await recordsOf(deals)
    await expectIdsOf(deals)
    await choose(enterprise)
    const { counts, results } = await pulled('changes')
    expect(counts).toMatchObject({ created: linked, updated: 0, unchanged: 0 })
    // Of the one that has no usable stage in either pipeline nothing is said here.
    for (const result of results.filter(({ outcome }) => outcome === 'created')) expect(result.reason).toBeNull()
    expect(await recordsOf(deals)).toEqual(before)
    const made = await recordsOf(enterprise)
    expect(made.map(({ name }) => name).toSorted()).toEqual(before.map(({ name }) => name).toSorted())
    expect(made.filter(({ id }) => before.some((record) => record.id === id))).toEqual([])
    await expectIdsOf(enterprise)
  })

  it('settles: the next pulls change nothing, in Salesforce neither', async () => {
    const ids = idsInSalesforce()
    expect((await pulled()).counts).toMatchObject({ created: 0, updated: 0, unchanged: linked })
    expect((await pulled('changes')).counts).toMatchObject({ created: 0, updated: 0 })
    expect(idsInSalesforce()).toEqual(ids)
  })

  it('pushes its records to the opportunities that they were made of, and those left behind not at all', async () => {
    const count = bench.org.admin.find('Opportunity').length
    const [mine] = await recordsOf(enterprise)
    const [left] = await recordsOf(deals)
    const push = (pipeline: Pipeline, recordId = '') => {
      const recordType = `pipeline:${pipeline.id}`
      return client().pushes.create({ recordType, recordId, idempotencyKey: `push-${recordId}` })
    }
    expect((await push(enterprise, mine?.id)).job.state).toBe('succeeded')
    await expect(push(deals, left?.id)).rejects.toMatchObject({
      code: 'mapping_invalid',
      details: { reason: 'pipeline_not_mapped' },
    })
    const target = await client().pushes.target({ recordType: `pipeline:${deals.id}`, recordId: left?.id ?? '' })
    expect(target.reason).toEqual({
      code: 'pipeline_not_mapped',
      sentence: 'Opportunities sync with Enterprise. Records of this pipeline do not sync with Salesforce.',
    })
    expect(bench.org.admin.find('Opportunity')).toHaveLength(count)
    await expectIdsOf(enterprise)
  })

  it('goes on where it was when the first one is chosen again', async () => {
    const { sentence } = await client().pipelines.change({ id: deals.id })
    expect(sentence).toBe(
      '3 records of Enterprise are linked to opportunities. They stay in Enterprise as they are, and no longer sync unless Enterprise is chosen again. The next pull updates the 3 records of Deals that are linked already, and creates every other opportunity as a new record in Deals. Pryzm_ID in Salesforce then names the records there.',
    )
    const before = await recordsOf(deals)
    const [first] = bench.org.admin.find('Opportunity', { Name: before[0]?.name ?? '' })
    bench.org.admin.update('Opportunity', String(first?.Id), { NextStep: 'Call again' })
    await choose(deals)
    const { counts, results } = await pulled('changes')
    expect(counts).toMatchObject({ created: 0, updated: 1 })
    expect(results.filter(({ reason }) => reason?.code === 'pryzm_id_taken')).toEqual([])
    const after = await recordsOf(deals)
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted())
    expect(after.find(({ id }) => id === before[0]?.id)?.values.next_step).toBe('Call again')
    await expectIdsOf(deals)
    expect((await pulled()).counts).toMatchObject({ created: 0, updated: 0 })
    await expectIdsOf(deals)
  })

  it('says of push alone that nothing is pulled', async () => {
    const { version, mapping } = await client().mapping.get()
    await client().mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Opportunity', { direction: 'push' }) })
    expect((await client().pipelines.change({ id: enterprise.id })).sentence).toContain('Nothing is pulled;')
  })
})

it('tells of a first pipeline, without an org too, and of one that is gone', async () => {
  const stranger = bench.client('admin', 'globex')
  const pipeline = await bench.records.createPipeline('globex', {
    name: 'First',
    stages: [{ label: 'Open', type: 'open', probability: 10 }],
  })
  expect(await stranger.pipelines.change({ id: pipeline.id })).toEqual({
    from: null,
    to: { id: pipeline.id, name: 'First' },
    linkedInFrom: 0,
    linkedInTo: 0,
    sentence: 'The next pull creates every opportunity in First.',
  })
  const { version, mapping } = await stranger.mapping.get()
  await stranger.mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Opportunity', { pipelineId: 'gone' }) })
  expect((await stranger.pipelines.change({ id: pipeline.id })).from).toEqual({ id: 'gone', name: 'gone' })
})
