import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AttributeValue, Preview, PreviewField, PreviewWay, RecordType, SalesforceObject } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from './support/databases.ts'
import { setUp, withPair } from './support/map.ts'
import { pull } from './support/pull.ts'
import { tableContents } from './support/table-contents.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

let bench: Workbench
let database: string
beforeAll(async () => {
  database = await createDatabase()
  bench = await createWorkbench({ database })
  await setUp(bench)
  await bench.server.work()
  await pull(bench.client())
})
afterAll(() => bench.close())

type Values = Record<string, AttributeValue>

async function create(recordType: RecordType, values: Values): Promise<string> {
  const id = randomUUID()
  const [written] = await bench.records.write(workspace, recordType, [{ id, kind: 'create', values }], {})
  expect(written?.outcome).toBe('created')
  return id
}

const change = (recordType: RecordType, id: string, values: Values) =>
  bench.records.write(workspace, recordType, [{ id, kind: 'update', values }], {})

const account = (name: string) => String(bench.org.admin.find('Account', { Name: name })[0]?.Id)

async function organization(name: string): Promise<string> {
  const [found] = await bench.records.search(workspace, 'organization', name)
  return found?.id ?? ''
}

/** Salesforce stamps to the second. */
const nextStamp = () => pause(1001)

function field(way: PreviewWay | null | undefined, attribute: string): PreviewField | undefined {
  return way?.fields.find((one) => one.attribute === attribute)
}

const ofSalesforce = (id: string, object: SalesforceObject = 'Account'): Promise<Preview> =>
  bench.client().preview.sync({ object, side: 'salesforce', id })
const ofPryzm = (id: string, object: SalesforceObject = 'Account'): Promise<Preview> =>
  bench.client().preview.sync({ object, side: 'pryzm', id })

describe('records to preview with', () => {
  it('are found by part of their name on either side, each with its link and its counterpart', async () => {
    const [found, ...others] = (
      await bench.client().preview.records({ object: 'Account', side: 'salesforce', text: 'precision' })
    ).items
    expect(others).toEqual([])
    expect(found).toEqual({
      side: 'salesforce',
      id: account('Ödegård "Precision" Bearings, AB'),
      name: 'Ödegård "Precision" Bearings, AB',
      url: `${bench.org.url}/lightning/r/Account/${found?.id}/view`,
      linkedId: await organization('Precision'),
    })
    const { items } = await bench.client().preview.records({ object: 'Account', side: 'pryzm', text: 'Lakeside' })
    const id = await organization('Lakeside')
    expect(items).toEqual([
      { side: 'pryzm', id, name: 'Lakeside Foods', url: `/records/organization/${id}`, linkedId: account('Lakeside Foods') },
    ])
  })

  it('are those changed last where no text is given', async () => {
    await nextStamp()
    const id = bench.org.admin.insert('Account', { Name: 'Changed last' })
    const { items } = await bench.client().preview.records({ object: 'Account', side: 'salesforce' })
    expect(items[0]).toMatchObject({ id, name: 'Changed last', linkedId: null })
    const own = await create('organization', { name: 'Zuletzt' })
    const inPryzm = await bench.client().preview.records({ object: 'Account', side: 'pryzm' })
    expect(inPryzm.items[0]).toMatchObject({ id: own, linkedId: null })
  })

  it.each(["O'Neill \\ 100% _sure_", '%', '_', '\\', '\\%', "'", '" OR Name != "'])(
    'are looked for with %j word for word',
    async (name) => {
      const id = bench.org.admin.insert('Account', { Name: `Odd ${name} name` })
      const { items } = await bench.client().preview.records({ object: 'Account', side: 'salesforce', text: `Odd ${name} n` })
      expect(items.map((item) => item.id)).toEqual([id])
    },
  )

  it('are at most twenty', async () => {
    for (let number = 0; number < 25; number++) bench.org.admin.insert('Account', { Name: `Many ${number}` })
    const { items } = await bench.client().preview.records({ object: 'Account', side: 'salesforce', text: 'Many' })
    expect(items).toHaveLength(20)
  })
})

describe('a preview of a pull', () => {
  it('tells current value and value after, and what would stay as it is', async () => {
    const id = account('Northgate Pumps')
    await change('organization', await organization('Northgate Pumps'), { phone: '+1 216 555 0000' })
    const { pull: way, salesforce, pryzm } = await ofSalesforce(id)
    expect(salesforce).toMatchObject({ side: 'salesforce', id, linkedId: pryzm?.id })
    expect(pryzm).toMatchObject({ side: 'pryzm', name: 'Northgate Pumps', linkedId: id })
    expect(way).toMatchObject({ action: 'update', reason: null })
    expect(field(way, 'phone')).toMatchObject({
      attributeLabel: 'Phone',
      field: 'Phone',
      source: '(216) 555-0110',
      before: '+1 216 555 0000',
      after: '(216) 555-0110',
      outcome: 'written',
      reason: null,
    })
    expect(field(way, 'industry')).toMatchObject({
      source: 'Manufacturing',
      before: 'manufacturing',
      after: 'manufacturing',
      outcome: 'unchanged',
      labels: { manufacturing: 'Manufacturing' },
    })
  })

  it('of a record that is not linked creates one, and shows each skip with its reason', async () => {
    const parent = bench.org.admin.insert('Account', { Name: 'Never pulled' })
    const id = bench.org.admin.insert('Account', { Name: 'Newcomer', ParentId: parent, Industry: 'Space mining' })
    const { pull: way, push, pryzm } = await ofSalesforce(id)
    expect(way?.action).toBe('create')
    expect([push, pryzm]).toEqual([null, null])
    expect(field(way, 'name')).toMatchObject({ before: null, after: 'Newcomer', outcome: 'written' })
    expect(field(way, 'parent')).toMatchObject({
      source: parent,
      outcome: 'skipped',
      reason: 'related_not_linked',
      labels: { [parent]: 'Never pulled' },
    })
    expect(field(way, 'industry')).toMatchObject({ source: 'Space mining', after: null, reason: 'option_mismatch' })
    expect(field(way, 'industry')?.sentence).toContain('Space mining')
  })

  it('changes with a mapping that is not saved, and is refused like one that is saved', async () => {
    const { mapping } = await bench.client().mapping.get()
    const id = account('Northgate Pumps')
    const fields = mapping.pairs[0].fields.map((pair) =>
      pair.attribute === 'phone'
        ? { ...pair, field: 'Fax' }
        : pair.attribute === 'name'
          ? { ...pair, direction: 'push' as const }
          : pair,
    )
    const ask = (draft: typeof mapping) =>
      bench.client().preview.sync({ object: 'Account', side: 'salesforce', id, mapping: draft })
    const edited = await ask(withPair(mapping, 'Account', { fields }))
    expect(field(edited.pull, 'phone')).toMatchObject({ field: 'Fax', source: null, after: null })
    expect(field(edited.pull, 'name')).toMatchObject({ outcome: 'skipped', reason: 'direction' })
    expect((await ask(withPair(mapping, 'Account', { direction: 'push' }))).pull).toMatchObject({
      action: 'refused',
      reason: { code: 'direction' },
    })
    const off = await ask(withPair(mapping, 'Account', { enabled: false }))
    expect(off.pull?.reason?.code).toBe('pair_disabled')
    expect(off.push?.reason?.code).toBe('pair_disabled')
    const undecided = await ask(withPair(mapping, 'Opportunity', { pipelineId: null }))
    expect(undecided.pull?.action).not.toBe('refused')
    expect(undecided.push?.reason?.code).toBe('pipeline_not_selected')
  })

  it('takes an id of 15 characters, and none that is no id', async () => {
    const id = account('Lakeside Foods')
    expect((await ofSalesforce(id.slice(0, 15))).salesforce?.id).toBe(id)
    for (const wrong of ['x', id.slice(0, 15) + 'zzz', '001000000000000AAA', "' OR Id != '"])
      await expect(ofSalesforce(wrong)).rejects.toMatchObject({ code: 'not_found' })
    await expect(ofPryzm(randomUUID())).rejects.toMatchObject({ code: 'not_found' })
    await expect(ofPryzm('no uuid')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a preview of a push', () => {
  it('tells what Salesforce holds now and what it would hold', async () => {
    const id = await organization('Lakeside Foods')
    await change('organization', id, { industry: 'food_beverage', employees: '12.5' })
    const { push } = await ofPryzm(id)
    expect(push).toMatchObject({ action: 'update', reason: null })
    expect(field(push, 'industry')).toMatchObject({
      source: 'food_beverage',
      before: null,
      after: 'Food & Beverage',
      outcome: 'written',
      labels: { food_beverage: 'Food & Beverage' },
    })
    expect(field(push, 'employees')).toMatchObject({ source: '12.5', outcome: 'skipped', reason: 'out_of_range' })
    expect(field(push, 'name')).toMatchObject({ outcome: 'unchanged', before: 'Lakeside Foods' })
  })

  it('of a record that Salesforce does not have creates one', async () => {
    const id = await create('organization', { name: 'Brand new', parent: await organization('Lakeside') })
    const { push, pull: way, salesforce } = await ofPryzm(id)
    expect([way, salesforce]).toEqual([null, null])
    expect(push?.action).toBe('create')
    expect(field(push, 'parent')).toMatchObject({ after: account('Lakeside Foods'), outcome: 'written' })
    expect(field(push, 'parent')?.labels).toMatchObject({ [account('Lakeside Foods')]: 'Lakeside Foods' })
  })

  it('warns where the record changed in Salesforce since the last sync, though not of ids written back', async () => {
    const id = bench.org.admin.insert('Account', { Name: 'Drifting', Phone: '1', Website: 'https://drift.example' })
    await pull(bench.client())
    const own = await organization('Drifting')
    await change('organization', own, { phone: '2', website: 'https://drifted.example' })
    const before = await bench.client('editor').pushes.preview({ recordType: 'organization', recordId: own })
    expect(before).toMatchObject({ action: 'update', salesforceId: id, orgName: expect.any(String) })
    expect(field(before, 'phone')).toMatchObject({ before: '1', after: '2', note: null })
    await nextStamp()
    bench.org.admin.update('Account', id, { Phone: '3' })
    const after = await bench.client('editor').pushes.preview({ recordType: 'organization', recordId: own })
    expect(field(after, 'phone')).toMatchObject({ before: '3', after: '2', note: { code: 'changed_since_sync' } })
    expect(field(after, 'name')).toMatchObject({ outcome: 'unchanged', note: null })
    const { pull: back } = await ofPryzm(own)
    expect(field(back, 'phone')).toMatchObject({ before: '2', after: '3', note: { code: 'changed_since_sync' } })
    expect(field(back, 'phone')?.note?.sentence).toContain('changed in Pryzm')
    expect(field(back, 'name')).toMatchObject({ outcome: 'unchanged', note: null })
  })

  it('says why a push would be refused instead of failing', async () => {
    const id = await create('organization', { name: 'Refused' })
    const preview = () => bench.client('editor').pushes.preview({ recordType: 'organization', recordId: id })
    const { version, mapping } = await bench.client().mapping.get()
    const saved = await bench.client().mapping.save({
      baseVersion: version,
      mapping: withPair(mapping, 'Account', { fields: mapping.pairs[0].fields.filter(({ attribute }) => attribute !== 'name') }),
    })
    expect(await preview()).toMatchObject({ action: 'refused', reason: { code: 'required_field_unmapped' }, fields: [] })
    const again = await bench.client().mapping.save({
      baseVersion: saved.version,
      mapping: withPair(mapping, 'Account', { direction: 'pull' }),
    })
    expect(await preview()).toMatchObject({ action: 'refused', reason: { code: 'direction' } })
    await bench.client().mapping.save({ baseVersion: again.version, mapping })
    expect((await preview()).action).toBe('create')
  })
})

it('writes nothing, on neither side', async () => {
  const ids = bench.org.admin.find('Account').map(({ Id }) => String(Id))
  const own = await create('organization', { name: 'Only looked at' })
  const stamps = () => bench.org.admin.find('Account').map(({ Id, SystemModstamp }) => [Id, SystemModstamp])
  const [before, stampsBefore, asked] = [await tableContents(database), stamps(), bench.org.admin.requests.at(-1)?.number ?? 0]
  for (const id of ids.slice(0, 10)) await ofSalesforce(id)
  await ofPryzm(own)
  await bench.client().pushes.preview({ recordType: 'organization', recordId: own })
  await bench.client().preview.records({ object: 'Account', side: 'salesforce', text: 'a' })
  expect(await tableContents(database)).toEqual(before)
  expect(stamps()).toEqual(stampsBefore)
  const requests = bench.org.admin.requests.filter(({ number }) => number > asked)
  expect(requests.length).toBeGreaterThan(10)
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

describe('who may preview', () => {
  it('is whoever manages integrations and may see the records', async () => {
    const id = account('Lakeside Foods')
    const ask = (person: 'admin' | 'editor' | 'outsider') =>
      bench.client(person).preview.sync({ object: 'Account', side: 'salesforce', id })
    await expect(ask('editor')).rejects.toMatchObject({ code: 'not_permitted', details: { rule: 'integrations:manage' } })
    await expect(ask('outsider')).rejects.toMatchObject({ code: 'not_permitted', details: { recordType: 'organization' } })
    const search = { object: 'Account', side: 'pryzm' } as const
    await expect(bench.client('outsider').preview.records(search)).rejects.toMatchObject({ code: 'not_permitted' })
    await expect(bench.client('editor').preview.records(search)).rejects.toMatchObject({ code: 'not_permitted' })
  })

  it('for a push is whoever may push the record', async () => {
    const recordId = await organization('Lakeside Foods')
    const ask = (person: 'viewer' | 'editor') => bench.client(person).pushes.preview({ recordType: 'organization', recordId })
    expect((await ask('editor')).action).toBe('update')
    await expect(ask('viewer')).rejects.toMatchObject({ code: 'not_permitted', details: { rule: 'integrations:push' } })
  })
})
