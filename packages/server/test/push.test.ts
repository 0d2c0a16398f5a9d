import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AttributeValue, FieldResult, Push, RecordType } from '@pryzm/salesforce-sdk'
import { faultAnswers } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Clock } from '../src/index.ts'
import { setUp, withPair } from './support/map.ts'
import { signedBy } from './support/people.ts'
import { pull } from './support/pull.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

/** Waits a tenth of what is asked; the times it tells are real. */
const tenTimesFaster: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => pause(milliseconds / 10, undefined, signal && { signal }).catch(() => undefined),
}

let bench: Workbench
let workspace: string
beforeAll(async () => {
  bench = await createWorkbench({ server: { clock: tenTimesFaster } })
  await bench.server.work()
})
afterAll(() => bench.close())
beforeEach(async () => {
  bench.org.reset()
  workspace = randomUUID()
  await setUp(bench, { workspace })
})

type Values = Record<string, AttributeValue>

async function create(recordType: RecordType, values: Values): Promise<string> {
  const id = randomUUID()
  const [written] = await bench.records.write(workspace, recordType, [{ id, kind: 'create', values }], {})
  expect(written?.outcome).toBe('created')
  return id
}

async function change(recordType: RecordType, id: string, values: Values): Promise<void> {
  await bench.records.write(workspace, recordType, [{ id, kind: 'update', values }], {})
}

function push(recordType: RecordType, recordId: string, idempotencyKey: string = randomUUID()): Promise<Push> {
  return bench.client('editor', workspace).pushes.create({ recordType, recordId, idempotencyKey })
}

function field({ fields }: Push, attribute: string): FieldResult | undefined {
  return fields.find((result) => result.attribute === attribute)
}

const accounts = (where = {}) => bench.org.admin.find('Account', where)

describe('a value that Salesforce refuses', () => {
  it('is dropped with its words, and the rest of the record is sent', async () => {
    const id = await create('person', {
      first_name: 'Ida',
      last_name: 'Moreau',
      email: 'ida@moreau',
      job_title: 'Chief of staff',
    })
    const pushed = await push('person', id)
    expect(pushed.job.state).toBe('succeeded')
    expect(pushed.result).toMatchObject({ outcome: 'created', skippedFields: 1 })
    expect(field(pushed, 'email')).toMatchObject({
      outcome: 'skipped',
      reason: 'rejected_by_salesforce',
      dropped: 'ida@moreau',
    })
    expect(field(pushed, 'email')?.sentence).toContain('invalid email address')
    const [contact, ...others] = bench.org.admin.find('Contact', { Pryzm_ID__c: id })
    expect([contact, ...others]).toMatchObject([{ LastName: 'Moreau', Title: 'Chief of staff' }])
    expect(contact?.Email ?? null).toBeNull()
  })

  it('that no field can spare fails the push with the reason of Salesforce', async () => {
    bench.org.admin.addValidationRule({
      object: 'Account',
      message: 'Accounts need a phone number.',
      refuses: (row) => !row.Phone,
    })
    const id = await create('organization', { name: 'Silent Ltd' })
    const pushed = await push('organization', id)
    expect(pushed.job).toMatchObject({ state: 'failed', reason: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' } })
    expect(pushed.job.reason?.sentence).toContain('Accounts need a phone number.')
    expect(accounts({ Name: 'Silent Ltd' })).toEqual([])
  })

  it('marks the field that a rule names, with the value that was sent', async () => {
    bench.org.admin.addValidationRule({
      object: 'Account',
      field: 'Phone',
      message: 'Phone numbers begin with a plus.',
      refuses: (row) => !String(row.Phone).startsWith('+'),
    })
    const pushed = await push('organization', await create('organization', { name: 'Marked Ltd', phone: '555 0100' }))
    expect(pushed.result).toMatchObject({ outcome: 'failed', skippedFields: 1 })
    expect(pushed.fields.filter(({ reason }) => reason === 'rejected_by_salesforce')).toMatchObject([
      { attribute: 'phone', field: 'Phone', outcome: 'skipped', dropped: '555 0100' },
    ])
  })
})

it('a record that a duplicate rule refuses leads to the records it was taken for, later too', async () => {
  bench.org.admin.addDuplicateRule({
    object: 'Account',
    field: 'Name',
    action: 'block',
    message: 'You may be making a duplicate.',
  })
  bench.org.admin.insert('Account', { Name: 'Twins Ltd' })
  const [twin] = accounts({ Name: 'Twins Ltd' })
  const pushed = await push('organization', await create('organization', { name: 'Twins Ltd' }))
  expect(pushed.job).toMatchObject({ state: 'failed', reason: { code: 'DUPLICATES_DETECTED' } })
  const matches = [{ salesforceId: twin?.Id, salesforceUrl: expect.stringContaining(String(twin?.Id)) }]
  expect(pushed.result).toMatchObject({ reason: { code: 'DUPLICATES_DETECTED' }, matches })
  expect(Object.keys(pushed.result?.reason ?? {})).toEqual(['code', 'sentence'])
  expect((await bench.client('admin', workspace).jobs.records({ id: pushed.job.id })).items).toMatchObject([{ matches }])
})

it('tells who pushed a record last', async () => {
  const id = await create('organization', { name: 'Pushed before' })
  const target = () => bench.client('admin', workspace).pushes.target({ recordType: 'organization', recordId: id })
  expect(await target()).toMatchObject({ lastPushedAt: null, lastPushedBy: null })
  const { job } = await push('organization', id)
  expect(await target()).toMatchObject({ lastPushedAt: job.finishedAt, lastPushedBy: job.startedBy })
})

it('goes by the describe of a minute ago, whatever the mapping of the other objects', async () => {
  const described = () => bench.org.admin.requests.filter(({ path }) => path.includes('/sobjects/Contact/describe')).length
  await push('person', await create('person', { first_name: 'Ada', last_name: 'First' }))
  const before = described()
  const second = await push('person', await create('person', { first_name: 'Bo', last_name: 'Second' }))
  expect(second.job.state).toBe('succeeded')
  expect(described()).toBe(before)
})

it('a default that stood in for a blank is noted at its field, in History too, until the record is forgotten', async () => {
  const client = bench.client('admin', workspace)
  const { version, mapping } = await client.mapping.get()
  const fields = mapping.pairs[0].fields.map((pair) =>
    pair.attribute === 'phone' ? { ...pair, defaultOnPush: '+1 216 555 0100' } : pair,
  )
  await client.mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Account', { fields }) })
  const id = await create('organization', { name: 'Silent Ltd' })
  const pushed = await push('organization', id)
  expect(field(pushed, 'phone')).toMatchObject({ outcome: 'synced', note: { code: 'default_used' } })
  expect(field(pushed, 'name')).toMatchObject({ outcome: 'synced', note: null })
  const asked = { id: pushed.job.id, recordResultId: '1' }
  expect((await client.jobs.fields(asked)).items).toEqual(pushed.fields)
  const csv = (path: string) =>
    bench.server.handle(new Request(`http://app.test/api/salesforce${path}`, { headers: signedBy('admin', workspace) }))
  expect(await (await csv(`/jobs/${pushed.job.id}/results.csv`)).text()).toContain('phone: default_used')
  await bench.server.forget(workspace, 'organization', id)
  expect((await client.jobs.fields(asked)).items.filter(({ note }) => note !== null)).toEqual([])
})

describe('a push that cannot create', () => {
  it('is refused before any call where a required field is not mapped, and History says so', async () => {
    const { version, mapping } = await bench.client('admin', workspace).mapping.get()
    const fields = mapping.pairs[1].fields.filter(({ attribute }) => attribute !== 'last_name')
    await bench
      .client('admin', workspace)
      .mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Contact', { fields }) })
    const id = await create('person', { last_name: 'Nameless' })
    await expect(push('person', id)).rejects.toMatchObject({ code: 'required_field_unmapped', details: { fields: ['LastName'] } })
    const [job] = (await bench.client('admin', workspace).jobs.list({ kind: 'push' })).items
    expect(job).toMatchObject({ state: 'failed', reason: { code: 'required_field_unmapped' } })
  })

  it('is refused where nothing of the record can be sent', async () => {
    const { version, mapping } = await bench.client('admin', workspace).mapping.get()
    const fields = mapping.pairs[1].fields.map((pair) => ({ ...pair, direction: 'pull' as const }))
    const lastName = fields.find(({ attribute }) => attribute === 'last_name')
    if (lastName) Object.assign(lastName, { direction: 'bidirectional' })
    await bench
      .client('admin', workspace)
      .mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Contact', { fields }) })
    const id = await create('person', { last_name: 'x'.repeat(81) })
    await expect(push('person', id)).rejects.toMatchObject({ code: 'nothing_to_push' })
  })

  it('is refused with the reason while its object pair only pulls, or is switched off', async () => {
    const id = await create('organization', { name: 'Pulled only' })
    const first = await bench.client('admin', workspace).mapping.get()
    const second = await bench.client('admin', workspace).mapping.save({
      baseVersion: first.version,
      mapping: withPair(first.mapping, 'Account', { direction: 'pull' }),
    })
    await expect(push('organization', id)).rejects.toMatchObject({ code: 'mapping_invalid', details: { reason: 'direction' } })
    for (const [person, remedy] of [
      ['admin', 'edit_mapping'],
      ['editor', 'ask_admin'],
    ] as const)
      expect(await bench.client(person, workspace).pushes.target({ recordType: 'organization', recordId: id })).toMatchObject({
        action: 'refused',
        reason: { code: 'direction' },
        remedy,
      })
    await bench.client('admin', workspace).mapping.save({
      baseVersion: second.version,
      mapping: withPair(first.mapping, 'Account', { enabled: false }),
    })
    await expect(push('organization', id)).rejects.toMatchObject({
      code: 'mapping_invalid',
      details: { reason: 'pair_disabled' },
    })
  })

  it('is refused where Pryzm_ID is missing', async () => {
    bench.org.admin.removeField('Account', 'Pryzm_ID__c')
    const id = await create('organization', { name: 'Without a field' })
    await expect(push('organization', id)).rejects.toMatchObject({
      code: 'mapping_invalid',
      details: { reason: 'pryzm_id_missing' },
    })
    expect(accounts({ Name: 'Without a field' })).toEqual([])
  })
})

describe('relations', () => {
  it('are left out while the related record is not linked, and sent once it is', async () => {
    const organization = await create('organization', { name: 'Parent & Sons' })
    const person = await create('person', { last_name: 'Child', organization })
    const early = await push('person', person)
    expect(early.result?.outcome).toBe('created')
    expect(field(early, 'organization')).toMatchObject({ outcome: 'skipped', reason: 'related_not_linked' })
    expect(early.unlinked).toEqual([
      { attribute: 'organization', recordType: 'organization', recordId: organization, name: 'Parent & Sons' },
    ])
    expect(accounts({ Name: 'Parent & Sons' })).toEqual([])
    await push('organization', organization)
    const late = await push('person', person)
    expect(field(late, 'organization')?.outcome).toBe('synced')
    expect(late.unlinked).toEqual([])
    const [contact] = bench.org.admin.find('Contact', { Pryzm_ID__c: person })
    const [account] = accounts({ Name: 'Parent & Sons' })
    expect(contact?.AccountId).toBe(account?.Id)
  })

  it('lead to the one active user with the same address', async () => {
    await bench.records.putUsers(workspace, [
      { id: 'u-dana', name: 'Dana', email: 'DANA@acme-industrial.example' },
      { id: 'u-new', name: 'New', email: 'nobody@pryzm.example' },
    ])
    const id = await create('organization', { name: 'Owned', owner: 'u-new' })
    expect(field(await push('organization', id), 'owner')).toMatchObject({ outcome: 'skipped', reason: 'user_not_matched' })
    await change('organization', id, { owner: 'u-dana' })
    expect(field(await push('organization', id), 'owner')).toMatchObject({ outcome: 'synced' })
  })
})

describe('pressing twice', () => {
  it('makes one record, with one key or with two', { repeats: 4 }, async () => {
    const id = await create('organization', { name: 'Twice' })
    const [first, second, third] = await Promise.all([
      push('organization', id, 'the-same-press'),
      push('organization', id, 'the-same-press'),
      push('organization', id, 'another-press'),
    ])
    expect(accounts({ Name: 'Twice' })).toHaveLength(1)
    expect(second).toEqual(first)
    expect(third.job.id).not.toBe(first.job.id)
    expect(new Set([first.result?.outcome, third.result?.outcome])).toEqual(new Set(['created', 'updated']))
  })

  it('refuses a key that another record has used', async () => {
    await push('organization', await create('organization', { name: 'One' }), 'a-key-used-once')
    const other = await create('organization', { name: 'Other' })
    await expect(push('organization', other, 'a-key-used-once')).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a record that Salesforce', () => {
  it('has by its id already is updated and linked, and the result says so', async () => {
    const id = await create('organization', { name: 'Known there', phone: '555 0100' })
    bench.org.admin.insert('Account', { Name: 'Known there (old)', Pryzm_ID__c: id })
    const pushed = await push('organization', id)
    expect(pushed.result).toMatchObject({ outcome: 'updated', reason: { code: 'linked_existing' } })
    expect(accounts({ Pryzm_ID__c: id })).toMatchObject([{ Name: 'Known there', Phone: '555 0100' }])
  })

  it('has deleted is told so, and created anew by the next push', async () => {
    const id = await create('organization', { name: 'Gone' })
    const { result } = await push('organization', id)
    bench.org.admin.delete('Account', result?.salesforceId ?? '')
    expect((await push('organization', id)).job).toMatchObject({ state: 'failed', reason: { code: 'deleted_in_salesforce' } })
    const again = await push('organization', id)
    expect(again.result?.outcome).toBe('created')
    expect(again.result?.salesforceId).not.toBe(result?.salesforceId)
  })
})

describe('an answer that is lost', () => {
  it('is settled by reading: the record was created once, and the push says so', async () => {
    const id = await create('organization', { name: 'Lost answer', phone: '555 0123' })
    const fault = bench.org.faults.add({ method: 'POST', path: '/composite', cutAfterBytes: 0 })
    const pushed = await push('organization', id)
    expect(fault.hits).toBe(1)
    expect(pushed.job.state).toBe('succeeded')
    expect(accounts({ Name: 'Lost answer' })).toMatchObject([{ Pryzm_ID__c: id, Phone: '555 0123' }])
  })

  it('of a request that never arrived is settled by sending the same again', async () => {
    const id = await create('organization', { name: 'Lost request' })
    bench.org.faults.add({ method: 'POST', path: '/composite', respond: faultAnswers.unknownException })
    const pushed = await push('organization', id)
    expect(pushed.job.state).toBe('succeeded')
    expect(accounts({ Name: 'Lost request' })).toHaveLength(1)
  })

  it('of an update leaves the job running until it is settled', async () => {
    const id = await create('organization', { name: 'Slow to settle' })
    await push('organization', id)
    await change('organization', id, { phone: '555 0177' })
    bench.org.faults.add({ method: 'POST', path: '/composite', respond: faultAnswers.unknownException, times: 3 })
    const pushed = await push('organization', id)
    expect(pushed).toMatchObject({ job: { state: 'running', reason: { code: 'outcome_unknown' } }, result: null })
    const job = await vi.waitFor(
      async () => {
        const detail = await bench.client('admin', workspace).jobs.get({ id: pushed.job.id })
        expect(detail.job.state).not.toBe('running')
        return detail.job
      },
      { timeout: 30_000, interval: 200 },
    )
    expect(job).toMatchObject({ state: 'succeeded', reason: null })
    expect(accounts({ Name: 'Slow to settle' })).toMatchObject([{ Phone: '555 0177' }])
  })
})

describe('a locked row', () => {
  const locked = {
    status: 200,
    body: { compositeResponse: [{ httpStatusCode: 400, referenceId: 'write', body: faultAnswers.lockedRow.body }] },
  }

  it('is tried again', async () => {
    const id = await create('organization', { name: 'Locked for a moment' })
    bench.org.faults.add({ method: 'POST', path: '/composite', respond: locked, times: 2 })
    expect((await push('organization', id)).job.state).toBe('succeeded')
  })

  it('that stays locked ends the push with a sentence of its own', async () => {
    const id = await create('organization', { name: 'Locked for good' })
    bench.org.faults.add({ method: 'POST', path: '/composite', respond: locked, times: 9 })
    const { job } = await push('organization', id)
    expect(job).toMatchObject({ state: 'failed', reason: { code: 'UNABLE_TO_LOCK_ROW' } })
    expect(job.reason?.sentence).toContain('locked')
    bench.org.faults.clear()
  })
})

describe('a blank', () => {
  it('clears a field only after a value of it was synced', async () => {
    const id = await create('organization', { name: 'Blanks', phone: '555 0111' })
    const { result } = await push('organization', id)
    bench.org.admin.update('Account', result?.salesforceId ?? '', { Website: 'https://salesforce-side.example' })
    await change('organization', id, { phone: null })
    const pushed = await push('organization', id)
    expect(field(pushed, 'phone')).toMatchObject({ outcome: 'synced' })
    expect(field(pushed, 'website')).toMatchObject({ outcome: 'skipped', reason: 'blank_never_synced' })
    expect(accounts({ Name: 'Blanks' })).toMatchObject([{ Phone: null, Website: 'https://salesforce-side.example' }])
  })
})

describe('after a push', () => {
  it('a pull finds the record linked and unchanged', async () => {
    await create('organization', { name: 'There and back' }).then((id) => push('organization', id))
    const run = await pull(bench.client('admin', workspace))
    const results = await bench.client('admin', workspace).jobs.records({ id: run.jobs[0]?.id ?? '', search: 'There and back' })
    expect(results.items).toMatchObject([{ outcome: 'unchanged' }])
    expect((await bench.records.list(workspace, 'organization', { search: 'There and back', page: 1, size: 5 })).total).toBe(1)
  })

  it('the host is told', async () => {
    const id = await create('organization', { name: 'Told' })
    await push('organization', id)
    await vi.waitFor(() =>
      expect(bench.told.at(-1)).toMatchObject({
        type: 'record.pushed',
        workspace,
        details: { recordId: id, state: 'succeeded' },
      }),
    )
  })
})
