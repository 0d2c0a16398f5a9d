import { customTextField, type EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Org } from '../../src/engine/ports/index.ts'
import { connect, startOrg } from './support/connect.ts'

let emulated: EmulatedOrg
let org: Org

beforeAll(async () => {
  emulated = await startOrg()
  for (const object of ['Account', 'Contact', 'Opportunity']) emulated.admin.addPryzmIdField(object)
  org = (await connect(emulated)).org
})
afterAll(() => emulated.close())

const pryzmId = '0b9e6f52-6f3f-4c4f-9d50-000000000001'

describe('reading one record', () => {
  it('hands over numbers as decimal text, instants as in Bulk results, and parents by path', async () => {
    const id = emulated.admin.insert('Account', { Name: 'Exact Ltd', AnnualRevenue: 912_260_031, NumberOfEmployees: 12 })
    const values = await org.readRecord('Account', id, ['Name', 'AnnualRevenue', 'Phone', 'SystemModstamp', 'Owner.Email'])
    expect(values).toEqual({
      Name: 'Exact Ltd',
      AnnualRevenue: '912260031',
      Phone: null,
      SystemModstamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      'Owner.Email': expect.stringContaining('@'),
    })
  })

  it('reads more fields than one request line holds', async () => {
    const names = Array.from({ length: 400 }, (_, number) => `A_field_with_quite_a_long_name_${number}__c`)
    for (const fullName of names)
      emulated.admin.addField('Opportunity', { fullName, type: 'Text', label: fullName.slice(2, 40), length: 20 })
    const last = String(names.at(-1))
    const deal = { Name: 'Wide', StageName: 'Prospecting', CloseDate: '2026-09-30' }
    const id = emulated.admin.insert('Opportunity', { ...deal, [last]: 'the last one', Pryzm_ID__c: 'wide' })
    const expected = { Name: 'Wide', [last]: 'the last one', [String(names[0])]: null }
    expect(await org.readRecord('Opportunity', id, ['Name', ...names])).toMatchObject(expected)
    expect(await org.readByPryzmId('Opportunity', 'wide', ['Name', ...names])).toMatchObject(expected)
  })

  it('finds records by part of their name, those changed last first', async () => {
    for (const Name of ['Found 100%', 'Found 1000', "Found O'Neill", 'found lower']) emulated.admin.insert('Account', { Name })
    const names = async (text: string, limit = 20) =>
      (await org.findRecords('Account', { text, limit })).map(({ name }) => name).toSorted()
    expect(await names('und 100%')).toEqual(['Found 100%'])
    expect(await names("o'n")).toEqual(["Found O'Neill"])
    expect(await names('FOUND')).toHaveLength(4)
    expect(await names('FOUND', 2)).toHaveLength(2)
    expect(await names('nothing of the kind')).toEqual([])
  })

  it('finds nothing where the record does not exist or is deleted', async () => {
    const id = emulated.admin.insert('Account', { Name: 'Short-lived' })
    emulated.admin.delete('Account', id)
    expect(await org.readRecord('Account', id, ['Name'])).toBeNull()
    expect(await org.readRecord('Account', '001000000000000AAA', ['Name'])).toBeNull()
  })

  it('reads by Pryzm_ID__c, whatever the case of the id', async () => {
    emulated.admin.insert('Contact', { LastName: 'By Pryzm id', Pryzm_ID__c: pryzmId })
    expect(await org.readByPryzmId('Contact', pryzmId.toUpperCase(), ['LastName'])).toEqual({ LastName: 'By Pryzm id' })
    expect(await org.readByPryzmId('Contact', 'nobody', ['LastName'])).toBeNull()
  })

  it('says which field Salesforce does not know', async () => {
    await expect(org.readRecord('Account', '001000000000000AAA', ['Bacon__c'])).rejects.toMatchObject({
      code: 'salesforce_refused',
      message: expect.stringContaining("No such column 'Bacon__c'"),
      details: { salesforceCode: 'INVALID_FIELD' },
    })
  })
})

describe('writing one record', () => {
  it('creates by Pryzm_ID__c, then updates the same record, and reads back what was kept', async () => {
    const readBack = ['Name', 'AnnualRevenue', 'SystemModstamp']
    const first = await org.upsertByPryzmId('Account', pryzmId, { Name: ' Acme ', AnnualRevenue: 1234567 }, readBack)
    expect(first).toMatchObject({ kind: 'written', created: true, kept: { Name: 'Acme', AnnualRevenue: '1234567' } })

    const second = await org.upsertByPryzmId('Account', pryzmId, { Name: 'Acme 2' }, readBack)
    expect(second).toMatchObject({ kind: 'written', created: false, kept: { Name: 'Acme 2' } })
    expect(emulated.admin.find('Account', { Pryzm_ID__c: pryzmId })).toHaveLength(1)
  })

  it('updates by Salesforce id, and clears with null', async () => {
    const id = emulated.admin.insert('Account', { Name: 'To change', Phone: '1' })
    const outcome = await org.updateRecord('Account', id, { Phone: null, Pryzm_ID__c: 'p-2' }, ['Phone', 'Pryzm_ID__c'])
    expect(outcome).toEqual({
      kind: 'written',
      salesforceId: id,
      created: false,
      kept: { Phone: null, Pryzm_ID__c: 'p-2' },
    })
  })

  it('writes without reading back where nothing is asked', async () => {
    const id = emulated.admin.insert('Account', { Name: 'Plain' })
    expect(await org.updateRecord('Account', id, { Name: 'Plain 2' })).toEqual({
      kind: 'written',
      salesforceId: id,
      created: false,
      kept: null,
    })
  })

  it('hands over refusals word for word, with their fields', async () => {
    const outcome = await org.upsertByPryzmId('Account', 'p-3', { Name: 'x'.repeat(256) })
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'STRING_TOO_LONG', fields: ['Name'], message: expect.stringContaining('max length=255') }],
    })
  })

  it('says that a record is deleted', async () => {
    const id = emulated.admin.insert('Account', { Name: 'Deleted soon' })
    emulated.admin.delete('Account', id)
    expect(await org.updateRecord('Account', id, { Name: 'Too late' })).toEqual({ kind: 'deleted' })
  })

  it('refuses rather than creates where a required field is missing', async () => {
    const outcome = await org.upsertByPryzmId('Contact', 'p-4', { FirstName: 'Only' })
    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'REQUIRED_FIELD_MISSING' }] })
    expect(emulated.admin.find('Contact', { Pryzm_ID__c: 'p-4' })).toEqual([])
  })

  it('keeps an id with signs that mean something in a path', async () => {
    const odd = "a/b?c#d e'f%"
    const outcome = await org.upsertByPryzmId('Account', odd, { Name: 'Odd id' }, ['Pryzm_ID__c'])
    expect(outcome).toMatchObject({ kind: 'written', created: true, kept: { Pryzm_ID__c: odd } })
  })

  it('goes on with a new token when the session has ended, and writes once', async () => {
    const id = emulated.admin.insert('Account', { Name: 'Before' })
    emulated.admin.expireSessions()
    expect(await org.updateRecord('Account', id, { Name: 'After' })).toMatchObject({ kind: 'written' })
    expect(emulated.admin.record('Account', id)).toMatchObject({ Name: 'After' })
  })

  it('asks to reconnect when the access was revoked', async () => {
    const other = await startOrg()
    const connected = await connect(other)
    other.admin.revokeGrants()
    await expect(connected.org.updateRecord('Account', '001000000000000AAA', { Name: 'x' })).rejects.toMatchObject({
      code: 'reauthorization_required',
      details: { reason: 'token_revoked' },
    })
    expect(connected.renewals()).toBe(1)
    await other.close()
  })

  it('throws where the whole org is out of calls', async () => {
    emulated.admin.setApiUsage(20_000)
    try {
      await expect(org.upsertByPryzmId('Account', 'p-5', { Name: 'No room' })).rejects.toMatchObject({
        code: 'salesforce_limit',
        details: { reason: 'api_limit_reached' },
      })
    } finally {
      emulated.admin.setApiUsage(0)
    }
  })
})

describe('a Pryzm_ID__c that is not unique', () => {
  it('is told apart from one record, in reading and in writing', async () => {
    const other = await startOrg()
    other.admin.addField('Account', customTextField('Pryzm_ID__c', { length: 36, externalId: true, unique: false }))
    const ids = ['One', 'Two'].map((Name) => other.admin.insert('Account', { Name, Pryzm_ID__c: 'twice' }))
    const connected = await connect(other)
    expect(await connected.org.readByPryzmId('Account', 'twice', ['Name'])).toBe('several')
    const outcome = await connected.org.upsertByPryzmId('Account', 'twice', { Name: 'Which?' }, ['Name'])
    expect(outcome).toEqual({ kind: 'several', salesforceIds: ids })
    await other.close()
  })
})
