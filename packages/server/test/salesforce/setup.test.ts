import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Grant, Org } from '../../src/engine/ports/index.ts'
import { answering, json } from './support/answering.ts'
import { connect, startOrg } from './support/connect.ts'

let emulated: EmulatedOrg
let org: Org
let grant: Grant

beforeAll(async () => {
  emulated = await startOrg()
  const connected = await connect(emulated)
  org = connected.org
  grant = connected.grant
})
afterAll(() => emulated.close())

describe('identity', () => {
  it('tells the org and the user', async () => {
    expect(await org.identity(grant.identityUrl)).toEqual({
      orgId: expect.stringMatching(/^00D\w{15}$/),
      name: 'Acme Industrial',
      edition: expect.stringContaining('Edition'),
      kind: 'production',
      userId: expect.stringMatching(/^005\w{15}$/),
      username: 'dana@acme-industrial.example',
    })
  })

  it.each([
    ['developer', 'production'],
    ['sandbox', 'sandbox'],
    ['scratch', 'scratch'],
  ] as const)('takes a %s org for %s', async (kind, expected) => {
    emulated.admin.setKind(kind)
    expect((await org.identity(grant.identityUrl)).kind).toBe(expected)
    emulated.admin.setKind('production')
  })

  it('says what to do where the user may not use the API', async () => {
    const other = await startOrg()
    const connected = await connect(other)
    other.admin.setPermissions('dana@acme-industrial.example', { system: { ApiEnabled: false } })
    await expect(connected.org.identity(connected.grant.identityUrl)).rejects.toMatchObject({
      code: 'salesforce_refused',
      details: { reason: 'api_disabled' },
      message: expect.stringContaining('API Enabled'),
    })
    await other.close()
  })
})

describe('an object', () => {
  it('keeps what mapping needs, under the names of Salesforce', async () => {
    const { describe: account } = await org.describe('Account')
    expect(account).toMatchObject({ name: 'Account', label: 'Account', labelPlural: 'Accounts', queryable: true })
    expect(account?.fields.find((field) => field.name === 'Name')).toMatchObject({
      type: 'string',
      length: 255,
      nillable: false,
      createable: true,
      picklistValues: [],
    })
    expect(account?.fields.find((field) => field.name === 'ParentId')).toMatchObject({
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Parent',
    })
    expect(account?.fields.find((field) => field.name === 'Industry')?.picklistValues[0]).toEqual({
      value: expect.any(String),
      label: expect.any(String),
      active: true,
      defaultValue: false,
    })
  })

  it('is null where the user may not see the object', async () => {
    const other = await startOrg()
    const connected = await connect(other)
    other.admin.setPermissions('dana@acme-industrial.example', {
      objects: { Contact: { read: false, create: false, edit: false, delete: false } },
    })
    expect(await connected.org.describe('Contact')).toEqual({ describe: null, mark: null })
    await other.close()
  })
})

describe('stages', () => {
  it('come in the order of the admin, with what they mean', async () => {
    const stages = await org.stages()
    expect(stages[0]).toEqual({ apiName: 'Prospecting', label: 'Prospecting', active: true, type: 'open', probability: 10 })
    expect(stages.find((stage) => stage.apiName === 'Closed Won')).toMatchObject({ type: 'won', probability: 100 })
    expect(stages.find((stage) => stage.apiName === 'Closed Lost')).toMatchObject({ type: 'lost', probability: 0 })
    expect(stages.some((stage) => !stage.active)).toBe(true)
  })
})

describe('sales processes', () => {
  it('are none in an org without record types', async () => {
    expect(await org.salesProcesses()).toEqual([])
  })

  it('tell which stages they have, by name, to a user without rights to the setup too', async () => {
    const other = await startOrg()
    const { admin } = other
    admin.addSalesProcess({ name: 'Renewals', stages: ['Closed Won', 'Negotiation/Review', 'Site Survey', 'Closed Lost'] })
    admin.addSalesProcess({ name: 'New Business', stages: ['Prospecting', 'Closed Won', 'Closed Lost'] })
    admin.addSalesProcess({ name: 'Without a record type', stages: ['Prospecting'] })
    admin.addRecordType({ object: 'Opportunity', name: 'Renewal', salesProcess: 'Renewals' })
    admin.addRecordType({ object: 'Opportunity', name: 'New', salesProcess: 'New Business', active: false })
    admin.addRecordType({ object: 'Opportunity', name: 'Add-on', salesProcess: 'New Business', profiles: [] })
    const ids = Object.fromEntries(admin.find('BusinessProcess').map((row) => [row.Name, row.Id]))
    for (const username of ['dana@acme-industrial.example', 'priya@acme-industrial.example']) {
      const connected = await connect(other, username)
      expect(await connected.org.salesProcesses()).toEqual([
        { id: ids['New Business'], name: 'New Business', active: true, stages: ['Prospecting', 'Closed Won', 'Closed Lost'] },
        { id: ids.Renewals, name: 'Renewals', active: true, stages: ['Negotiation/Review', 'Closed Won', 'Closed Lost'] },
      ])
    }
    await other.close()
  })

  it('are left out where Salesforce refuses to tell, and named by their record types where it does not name them', async () => {
    const refused = [{ errorCode: 'INVALID_TYPE', message: "sObject type 'BusinessProcess' is not supported." }]
    const types = ['0121', '0122', '0123'].map((Id, index) => ({
      Id,
      Name: `Type ${index + 1}`,
      IsActive: index > 0,
      BusinessProcessId: index < 2 ? '019A' : '019B',
    }))
    const answers = await answering((request, response) => {
      const url = decodeURIComponent(request.url ?? '')
      if (url.includes('FROM RecordType')) return json(response, 200, { done: true, totalSize: 3, records: types })
      if (url.includes('/picklist-values/0122/')) return json(response, 200, { values: [{ value: 'Prospecting' }] })
      return json(response, url.includes('/ui-api/') ? 404 : 400, refused)
    })
    expect(await answers.open().org.salesProcesses()).toEqual([
      { id: '019A', name: 'Type 1, Type 2', active: true, stages: ['Prospecting'] },
    ])
    await answers.close()
  })

  it('are none where this user may not see record types at all', async () => {
    const answers = await answering((_, response) => json(response, 400, [{ errorCode: 'INVALID_TYPE', message: 'No.' }]))
    expect(await answers.open().org.salesProcesses()).toEqual([])
    await answers.close()
  })
})

describe('users', () => {
  it('are found by email in any case, if they are active', async () => {
    const [active, inactive] = [true, false].map((IsActive) => emulated.admin.find('User', { IsActive })[0])
    const emails = [String(active?.['Email']).toUpperCase(), String(inactive?.['Email']), 'nobody@nowhere.example']
    expect(await org.usersByEmail(emails)).toEqual(new Map([[String(active?.['Email']).toLowerCase(), [active?.['Id']]]]))
  })

  it('are asked for in portions that fit a request', async () => {
    const emails = Array.from({ length: 450 }, (_, index) => `person.with.a.long.name.${index}@subsidiary.example`)
    expect(await org.usersByEmail(emails)).toEqual(new Map())
  })
})

describe('limits', () => {
  it('counts the calls of the last 24 hours', async () => {
    const { used, limit } = await org.limits()
    expect(limit).toBe(15_000)
    expect(used).toBe(emulated.admin.apiUsage)
  })
})
