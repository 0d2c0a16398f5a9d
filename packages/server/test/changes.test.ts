import { randomUUID } from 'node:crypto'
import type { Run } from '@pryzm/salesforce-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setUp, withPair } from './support/map.ts'
import { ended, jobOf, pull, resultsOf } from './support/pull.ts'
import type { RecordWrite } from '../src/engine/ports/index.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

let bench: Workbench
let workspace: string
beforeAll(async () => {
  bench = await createWorkbench()
  await bench.server.work()
})
afterAll(() => bench.close())
beforeEach(async () => {
  bench.org.reset()
  workspace = randomUUID()
  await setUp(bench, { workspace })
  await pull(client())
})

const client = () => bench.client('admin', workspace)
const account = (name: string) => String(bench.org.admin.find('Account', { Name: name })[0]?.Id)
const organization = async (name: string) =>
  (await bench.records.list(workspace, 'organization', { search: name, page: 1, size: 5 })).items.find(
    (record) => record.name === name,
  )

async function resultOf(run: Run, name: string) {
  return (await resultsOf(client(), jobOf(run, 'Account').id)).find((result) => result.name === name)
}

describe('a pull of changes', () => {
  it('reads what changed, and what failed before once more', async () => {
    const run = await pull(client(), 'changes')
    expect(run.mode).toBe('changes')
    // The deal whose stage Pryzm does not know failed in the full pull.
    expect(jobOf(run, 'Opportunity').counts).toMatchObject({ failed: 1 })
  })

  it('releases the link of a record that was deleted in Salesforce, and keeps the Pryzm record', async () => {
    const before = await organization('Lakeside Foods')
    bench.org.admin.delete('Account', account('Lakeside Foods'))
    const run = await pull(client(), 'changes')
    expect(await resultOf(run, 'Lakeside Foods')).toMatchObject({
      outcome: 'skipped',
      reason: { code: 'deleted_in_salesforce' },
      recordId: before?.id,
    })
    expect(await organization('Lakeside Foods')).toEqual(before)
    const target = await client().pushes.target({ recordType: 'organization', recordId: before?.id ?? '' })
    expect(target).toMatchObject({ action: 'create', salesforceId: null })
  })

  it('reads everything after the mapping has changed, and says why', async () => {
    const { version, mapping } = await client().mapping.get()
    const fields = mapping.pairs[0].fields.filter(({ attribute }) => attribute !== 'website')
    await client().mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Account', { fields }) })
    const run = await pull(client(), 'changes')
    expect(jobOf(run, 'Account')).toMatchObject({ reason: { code: 'full_instead' }, counts: { processed: 4 } })
    expect(jobOf(run, 'Account').reason?.sentence).toContain('mapping')
  })
})

describe('a record that was changed in Pryzm', () => {
  const edit = async (name: string, values: RecordWrite['values']) => {
    const { id } = (await organization(name))!
    await bench.records.write(workspace, 'organization', [{ id, kind: 'update', values }], {})
  }
  const notesOf = async (run: Run, name: string) => {
    const { id } = (await resultOf(run, name))!
    const { items } = await client().jobs.fields({ id: jobOf(run, 'Account').id, recordResultId: id })
    return items.filter(({ note }) => note !== null)
  }

  it('says which values Salesforce has won over, and only those', async () => {
    await edit('Lakeside Foods', { phone: '+49 30 1', website: 'https://mine.example' })
    bench.org.admin.update('Account', account('Lakeside Foods'), { Phone: '+49 30 2', Website: 'https://theirs.example' })
    const run = await pull(client())
    const notes = await notesOf(run, 'Lakeside Foods')
    expect(notes.map(({ attribute }) => attribute).toSorted()).toEqual(['phone', 'website'])
    expect(notes[0]).toMatchObject({ outcome: 'synced', note: { code: 'changed_since_sync' } })
    expect(notes[0]?.note?.sentence).toMatch(/^The record was changed in Pryzm since the last sync\./)
    expect((await organization('Lakeside Foods'))?.values).toMatchObject({
      phone: '+49 30 2',
      website: 'https://theirs.example',
    })
  })

  it('has nothing to say where Salesforce alone has changed, nor of a record that is linked for the first time', async () => {
    bench.org.admin.update('Account', account('Lakeside Foods'), { Phone: '+49 30 2' })
    const id = randomUUID()
    await bench.records.write(workspace, 'organization', [{ id, kind: 'create', values: { name: 'Here', phone: '1' } }], {})
    bench.org.admin.insert('Account', { Name: 'There', Phone: '2', Pryzm_ID__c: id })
    const run = await pull(client())
    expect(await resultOf(run, 'Lakeside Foods')).toMatchObject({ outcome: 'updated' })
    expect(await resultOf(run, 'There')).toMatchObject({ outcome: 'updated', recordId: id })
    expect([await notesOf(run, 'Lakeside Foods'), await notesOf(run, 'There')]).toEqual([[], []])
  })

  it('is not taken for one because a relation of it was resolved after it was pulled', async () => {
    const parent = bench.org.admin.insert('Account', { Name: 'Late parent' })
    const child = bench.org.admin.insert('Account', { Name: 'Child', ParentId: parent })
    await pull(client())
    bench.org.admin.update('Account', child, { Phone: '+49 30 3' })
    const run = await pull(client())
    expect(await resultOf(run, 'Child')).toMatchObject({ outcome: 'updated' })
    expect(await notesOf(run, 'Child')).toEqual([])
  })
})

describe('a record that was deleted in Pryzm', () => {
  it('is skipped, never created again unasked', async () => {
    const record = await organization('Lakeside Foods')
    await bench.records.remove(workspace, 'organization', record?.id ?? '')
    for (const _ of [1, 2])
      expect(await resultOf(await pull(client()), 'Lakeside Foods')).toMatchObject({
        outcome: 'skipped',
        reason: { code: 'deleted_in_pryzm' },
      })
    expect(await organization('Lakeside Foods')).toBeUndefined()
  })
})

describe('Pryzm_ID__c', () => {
  it('that names a record of this workspace links to it instead of creating another', async () => {
    const id = randomUUID()
    await bench.records.write(workspace, 'organization', [{ id, kind: 'create', values: { name: 'Known here' } }], {})
    bench.org.admin.insert('Account', { Name: 'Known there', Pryzm_ID__c: id.toUpperCase() })
    const run = await pull(client())
    expect(await resultOf(run, 'Known there')).toMatchObject({ outcome: 'updated', recordId: id })
    expect((await organization('Known there'))?.id).toBe(id)
  })

  it('that somebody filled with something else is left alone, and the result says so', async () => {
    bench.org.admin.insert('Account', { Name: 'Foreign', Pryzm_ID__c: 'ERP-4711' })
    const run = await pull(client())
    expect(await resultOf(run, 'Foreign')).toMatchObject({ outcome: 'created', reason: { code: 'pryzm_id_taken' } })
    expect(bench.org.admin.find('Account', { Name: 'Foreign' })).toMatchObject([{ Pryzm_ID__c: 'ERP-4711' }])
  })

  it('that names a record linked to another account fails that record alone', async () => {
    const record = await organization('Lakeside Foods')
    bench.org.admin.update('Account', account('Lakeside Foods'), { Pryzm_ID__c: null })
    bench.org.admin.insert('Account', { Name: 'Impostor', Pryzm_ID__c: record?.id ?? '' })
    const run = await pull(client())
    expect(await resultOf(run, 'Impostor')).toMatchObject({ outcome: 'failed', reason: { code: 'link_conflict' } })
    expect(jobOf(run, 'Account')).toMatchObject({ state: 'completed_with_errors', counts: { failed: 1 } })
  })

  it('that cannot be written leaves the record linked, and its result says why', async () => {
    bench.org.admin.insert('Account', { Name: 'Locked' })
    bench.org.admin.addValidationRule({
      object: 'Account',
      message: 'This account is frozen.',
      refuses: (row) => row.Name === 'Locked',
    })
    const run = await pull(client())
    expect(await resultOf(run, 'Locked')).toMatchObject({ outcome: 'created', reason: { code: 'write_back_refused' } })
    expect((await resultOf(run, 'Locked'))?.reason?.sentence).toContain('This account is frozen.')
    expect(await resultOf(await pull(client()), 'Locked')).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('retrying', () => {
  it('pulls just the records that failed, by the mapping in force now', async () => {
    const [job] = (await client().jobs.list({ object: 'Opportunity' })).items
    expect(job?.counts.failed).toBe(1)
    const { version, mapping } = await client().mapping.get()
    const [pair] = mapping.pairs[2].fields.filter(({ attribute }) => attribute === 'stage')
    pair?.options.push({ option: pair.options[0]?.option ?? '', value: 'Verbal OK (phone)', direction: 'pull' })
    await client().mapping.save({ baseVersion: version, mapping })
    const { run } = await client().jobs.retry({ id: job?.id ?? '' })
    expect(run.jobs.map(({ object }) => object)).toEqual(['Opportunity'])
    const done = await ended(client(), run.id)
    expect(done.jobs[0]).toMatchObject({ state: 'succeeded', counts: { processed: 1, created: 1 } })
  })

  it('pulls just the records that have one cause, which the job names with the pair to mend it at', async () => {
    for (const Name of ['Far One', 'Far Two']) bench.org.admin.insert('Account', { Name, Industry: 'Star Gazing' })
    bench.org.admin.insert('Account', { Name: 'Far Three', Industry: 'Moon Watching' })
    const first = jobOf(await pull(client()), 'Account')
    const { causes } = await client().jobs.get({ id: first.id })
    const cause = causes.find(({ sentence }) => sentence?.includes('Star Gazing'))
    const { version, mapping } = await client().mapping.get()
    const pair = mapping.pairs[0].fields.find(({ attribute }) => attribute === 'industry')!
    expect(cause).toMatchObject({
      outcome: null,
      reason: 'option_mismatch',
      attribute: 'industry',
      field: 'Industry',
      pairId: pair.id,
      records: 2,
    })
    const { items } = await client().jobs.records({ id: first.id, cause: cause!.id })
    expect(items.map(({ name }) => name)).toEqual(['Far One', 'Far Two'])

    pair.options.push({ option: pair.options[0]?.option ?? '', value: 'Star Gazing', direction: 'pull' })
    await client().mapping.save({ baseVersion: version, mapping })
    const { run } = await client().jobs.retry({ id: first.id, cause: cause!.id })
    const again = (await ended(client(), run.id)).jobs[0]!
    expect(again.counts).toMatchObject({ processed: 2, updated: 2 })
    const left = (await client().jobs.get({ id: again.id })).causes
    expect(left.filter(({ reason }) => reason === 'option_mismatch')).toEqual([])
    await expect(client().jobs.retry({ id: first.id, cause: '999' })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a blocking issue', () => {
  it('leaves that object out, with the issue as the reason; the others run', async () => {
    bench.org.admin.removeField('Contact', 'Pryzm_ID__c')
    const run = await pull(client())
    expect(run.jobs.map(({ state }) => state)).toEqual(['succeeded', 'skipped', 'completed_with_errors'])
    expect(jobOf(run, 'Contact').reason?.code).toBe('pryzm_id_missing')
  })

  it('of every object refuses the pull', async () => {
    for (const object of ['Account', 'Contact', 'Opportunity']) bench.org.admin.removeField(object, 'Pryzm_ID__c')
    await expect(client().runs.start({})).rejects.toMatchObject({ code: 'mapping_invalid' })
  })
})

describe('a query that Salesforce ends with an error', () => {
  it('fails the job with its words, and the later ones are not started', async () => {
    bench.org.admin.change({ bulk: { queryFailure: 'TXN_SECURITY_METERING_ERROR: too much at once' } })
    const run = await pull(client())
    bench.org.admin.change({ bulk: { queryFailure: null } })
    expect(run.state).toBe('failed')
    expect(run.jobs.map(({ state, reason }) => [state, reason?.code])).toEqual([
      ['failed', 'query_failed'],
      ['skipped', 'not_started'],
      ['skipped', 'not_started'],
    ])
    expect(jobOf(run, 'Account').reason?.sentence).toContain('TXN_SECURITY_METERING_ERROR')
  })
})
