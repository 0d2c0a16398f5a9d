import type { FieldPair, Mapping, MappingFile } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sqlOverUrl } from '../src/postgres/sql/pg-sql.ts'
import { createDatabase } from './support/databases.ts'
import { setUp, withPair } from './support/map.ts'
import { jobOf, pull, resultsOf } from './support/pull.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

let bench: Workbench
let database: string
let first: Mapping
beforeAll(async () => {
  database = await createDatabase()
  bench = await createWorkbench({ database })
  await bench.server.work()
  first = (await setUp(bench)).mapping
})
afterAll(() => bench.close())

/** The mapping with the pairs of accounts that are named, or all but those. */
function accounts(mapping: Mapping, keep: (pair: FieldPair) => boolean): Mapping {
  return withPair(mapping, 'Account', { fields: mapping.pairs[0].fields.filter(keep) })
}

const withoutPhone = (mapping: Mapping) => accounts(mapping, ({ attribute }) => attribute !== 'phone')
const withoutWebsite = (mapping: Mapping) => accounts(mapping, ({ attribute }) => attribute !== 'website')

async function save(change: (mapping: Mapping) => Mapping) {
  const client = bench.client()
  const { version, mapping } = await client.mapping.get()
  return client.mapping.save({ baseVersion: version, mapping: change(mapping) })
}

/** What the host was told of saves, newest last. */
const toldSaves = () => bench.told.filter(({ type }) => type === 'mapping.saved').map(({ details }) => details)

describe('versions of the mapping', () => {
  it('tell who saved what and how much it changed, newest first, to any member', async () => {
    await save((mapping) => withPair(withoutPhone(mapping), 'Contact', { direction: 'pull' }))
    const { items, next } = await bench.client('viewer').mapping.versions({})
    const pairs = first.pairs.flatMap(({ fields }) => fields).length
    expect(items).toMatchObject([
      { version: 2, savedBy: { id: 'user-admin' }, restoredFrom: null, changes: { added: 0, removed: 1, changed: 1 } },
      // The pipeline of Opportunity is the one change.
      { version: 1, restoredFrom: null, changes: { added: pairs, removed: 0, changed: 1 } },
    ])
    expect(next).toBeNull()
  })

  it('can be compared, either way and with nothing at all', async () => {
    const viewer = bench.client('viewer')
    const there = await viewer.mapping.compare({ from: 1, to: 2 })
    expect(there.changes).toMatchObject([
      { kind: 'pair_removed', object: 'Account', before: { attribute: 'phone' } },
      { kind: 'object_changed', object: 'Contact', properties: ['direction'], after: { direction: 'pull' } },
    ])
    const back = await viewer.mapping.compare({ from: 2, to: 1 })
    expect(back.changes.map(({ kind }) => kind)).toEqual(['pair_added', 'object_changed'])
    expect((await viewer.mapping.compare({ from: 0, to: 0 })).changes).toEqual([])
    expect((await viewer.mapping.compare({ from: 0, to: 1 })).changes[0]).toMatchObject({ kind: 'pair_added', object: 'Account' })
  })

  it('are restored as a new version that says where it came from, and the host hears it', async () => {
    const restored = await bench.client().mapping.restore({ version: 1, baseVersion: 2 })
    expect(restored).toMatchObject({ version: 3, restoredFrom: 1, savedBy: { id: 'user-admin' }, mapping: first })
    expect((await bench.client().mapping.get()).restoredFrom).toBe(1)
    expect((await bench.client().mapping.versions({ limit: 1 })).items).toMatchObject([
      { version: 3, restoredFrom: 1, changes: { added: 1, removed: 0, changed: 1 } },
    ])
    expect(toldSaves().at(-1)).toEqual({
      version: 3,
      savedBy: { id: 'user-admin', name: 'The admin' },
      restoredFrom: 1,
      changes: { added: 1, removed: 0, changed: 1 },
    })
  })

  it('come page by page', async () => {
    const { items, next } = await bench.client().mapping.versions({ limit: 2 })
    expect(items.map(({ version }) => version)).toEqual([3, 2])
    const rest = await bench.client().mapping.versions({ limit: 2, cursor: next ?? '' })
    expect(rest.items.map(({ version }) => version)).toEqual([1])
    expect(rest.next).toBeNull()
  })
})

describe('a save', () => {
  it('that changes nothing makes no version and tells nobody', async () => {
    const told = toldSaves().length
    const inForce = await bench.client().mapping.get()
    const rearranged = structuredClone(inForce.mapping)
    rearranged.pairs[0].fields.reverse()
    for (const pair of rearranged.pairs[1].fields) pair.blankOnPull = 'clear'
    const saved = await bench.client().mapping.save({ baseVersion: inForce.version, mapping: rearranged })
    expect(saved).toEqual(inForce)
    expect(await bench.client().mapping.restore({ version: inForce.version, baseVersion: inForce.version })).toEqual(inForce)
    expect((await bench.client().mapping.versions({ limit: 1 })).items[0]?.version).toBe(inForce.version)
    expect(toldSaves()).toHaveLength(told)
  })

  it('on an old version is refused with both sides, each against the version that it was based on', async () => {
    const base = await bench.client().mapping.get()
    const theirs = await save(withoutPhone)
    const late = bench.client().mapping.save({ baseVersion: base.version, mapping: withoutWebsite(base.mapping) })
    await expect(late).rejects.toMatchObject({
      code: 'stale_version',
      message: `While you were editing, The admin saved version ${theirs.version}. Compare it with yours, then save again.`,
      details: {
        baseVersion: base.version,
        current: theirs,
        theirs: [{ kind: 'pair_removed', before: { attribute: 'phone' } }],
        yours: [{ kind: 'pair_removed', before: { attribute: 'website' } }],
      },
    })
    const restore = bench.client().mapping.restore({ version: 1, baseVersion: base.version })
    await expect(restore).rejects.toMatchObject({ code: 'stale_version', details: { yours: [], current: theirs } })
  })

  it('on a version that never was is refused too', async () => {
    const { version, mapping } = await bench.client().mapping.get()
    const early = bench.client().mapping.save({ baseVersion: version + 5, mapping: withoutWebsite(mapping) })
    await expect(early).rejects.toMatchObject({ code: 'stale_version', details: { theirs: [], yours: { length: 1 } } })
  })

  it('of two at once goes through for one', async () => {
    const { version, mapping } = await bench.client().mapping.get()
    const saves = [withoutWebsite(mapping), withPair(mapping, 'Contact', { direction: 'push' })].map((each) =>
      bench.client().mapping.save({ baseVersion: version, mapping: each }),
    )
    const outcomes = await Promise.allSettled(saves)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await bench.client().mapping.get()).version).toBe(version + 1)
  })
})

describe('a job', () => {
  it('tells the version that it ran by, and its field results by that version, after another was restored', async () => {
    const full = await bench.client().mapping.restore({ version: 1, baseVersion: (await bench.client().mapping.get()).version })
    const run = await pull(bench.client())
    const restored = await bench.client().mapping.restore({ version: 2, baseVersion: full.version })
    expect(restored.version).toBe(full.version + 1)

    const { job } = await bench.client('viewer').jobs.get({ id: jobOf(run, 'Account').id })
    expect(job.mappingVersion).toBe(full.version)
    const { mapping } = await bench.client('viewer').mapping.version({ version: job.mappingVersion })
    expect(mapping.pairs[0].fields.map(({ attribute }) => attribute)).toContain('phone')
    const [record] = await resultsOf(bench.client(), job.id)
    const { items } = await bench.client().jobs.fields({ id: job.id, recordResultId: record?.id ?? '' })
    expect(items.find(({ attribute }) => attribute === 'phone')).toMatchObject({ field: 'Phone', outcome: 'synced' })

    const later = await pull(bench.client())
    expect(jobOf(later, 'Account').mappingVersion).toBe(restored.version)
    const [again] = await resultsOf(bench.client(), jobOf(later, 'Account').id)
    const fields = await bench.client().jobs.fields({ id: jobOf(later, 'Account').id, recordResultId: again?.id ?? '' })
    expect(fields.items.find(({ attribute }) => attribute === 'phone')).toMatchObject({
      outcome: 'skipped',
      reason: 'not_mapped',
    })
  })
})

describe('a mapping as a file', () => {
  let file: MappingFile
  beforeEach(async () => {
    file = await bench.client('viewer').mapping.export({})
  })

  it('holds the mapping in force, or another version, with what its ids are called', async () => {
    const { version, mapping } = await bench.client().mapping.get()
    expect(file).toMatchObject({ format: 'pryzm.salesforce-mapping', formatVersion: 1, version, mapping })
    expect(file).toMatchObject({ org: { name: 'Acme Industrial' }, pipeline: { name: 'Deals' } })
    const stages = file.options.find(({ object, attribute }) => object === 'Opportunity' && attribute === 'stage')
    expect(stages?.options.map(({ label }) => label)).toContain('Closed Won')
    expect(await bench.client().mapping.export({ version: 1 })).toMatchObject({ version: 1, mapping: first })
  })

  it('comes back without a change, and nothing is saved', async () => {
    const before = await bench.client().mapping.get()
    const imported = await bench.client().mapping.import(file)
    const { mapping, issues, checkedAgainstSalesforce } = before
    expect(imported).toEqual({ mapping, issues, checkedAgainstSalesforce, baseVersion: before.version, changes: [], notes: [] })
    expect(await bench.client().mapping.get()).toEqual(before)
  })

  it('says what a save would change, and what would be wrong then', async () => {
    file.mapping = withPair(file.mapping, 'Contact', {
      fields: [{ id: 'new', attribute: 'job_title', field: 'Gone__c', direction: 'bidirectional', options: [] }],
    })
    const { changes, issues } = await bench.client().mapping.import(file)
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'pair_added', object: 'Contact' }))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'field_missing', field: 'Gone__c' }))
  })

  it('goes into a workspace whose pipeline has another id, and changes nothing else there', async () => {
    const other = await createWorkbench()
    await setUp(other)
    const [pipeline] = (await other.client().pipelines.list()).items
    const imported = await other.client().mapping.import(await bench.client().mapping.export({ version: 1 }))
    expect(imported.mapping.pairs[2].pipelineId).toBe(pipeline?.id)
    expect(pipeline?.id).not.toBe(first.pairs[2].pipelineId)
    expect(imported.notes.map(({ code }) => code)).toEqual(['pipeline_by_name'])
    expect(imported.changes).toEqual([])
    await other.close()
  })

  it('is refused by the place that is wrong, and by a sentence of its own where it is newer', async () => {
    const wrong = structuredClone(file) as unknown as { mapping: { pairs: { direction: string }[] } }
    wrong.mapping.pairs[1]!.direction = 'sideways'
    const asked = (body: unknown) =>
      bench.ask('POST', '/mapping/import', { body: JSON.stringify(body) }).then((response) => response.json())
    expect(await asked(wrong)).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('mapping.pairs.1.direction: '),
      data: { issues: [{ path: 'mapping.pairs.1.direction' }] },
    })
    expect(await asked({ ...file, formatVersion: 2, mapping: {} })).toMatchObject({
      code: 'invalid_input',
      message:
        'formatVersion: This file has format 2, and this server reads format 1. Export the mapping from a server of this version, or update this one.',
    })
  })
})

it('has version 0 to export and to import into before the first save, connected or not', async () => {
  const client = bench.client('admin', 'empty')
  const file = await client.mapping.export({})
  expect(file).toMatchObject({ version: 0, org: null, pipeline: null, options: [] })
  const imported = await client.mapping.import(await bench.client().mapping.export({ version: 1 }))
  expect(imported).toMatchObject({ baseVersion: 0, checkedAgainstSalesforce: false })
  expect(imported.notes.map(({ code }) => code)).toContain('pipeline_not_found')
  expect((await client.mapping.get()).version).toBe(0)
})

it('counts the changes of versions that were saved before counts were kept', async () => {
  const kept = await bench.client().mapping.versions({})
  const sql = sqlOverUrl(database)
  await sql.query('update pryzm_salesforce.mapping_versions set changes = null')
  await sql.close()
  expect(await bench.client().mapping.versions({})).toEqual(kept)
})
