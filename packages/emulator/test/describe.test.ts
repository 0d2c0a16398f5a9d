import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect } from './sign-in.ts'

let org: EmulatedOrg
let connection: Connection
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app })
})
beforeEach(async () => {
  org.reset()
  connection = await connect(org)
  call = caller(org, connection.accessToken ?? '')
})
afterAll(() => org.close())

interface Recording {
  fields: Record<string, unknown>[]
}

async function required(object: string): Promise<string[]> {
  const { fields } = await connection.describe(object)
  return fields.filter((field) => field.createable && !field.nillable && !field.defaultedOnCreate).map((field) => field.name)
}

describe('an object', () => {
  it('has 45 object keys and 57 field keys in alphabetical order', async () => {
    const account: Recording & Record<string, unknown> = JSON.parse(
      await (await call('GET', '/sobjects/account/describe')).text(),
    )
    const keys = Object.keys(account)
    expect(keys).toHaveLength(45)
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
    for (const field of account.fields) expect(Object.keys(field)).toHaveLength(57)
  })

  it('asks for exactly the documented fields at creation', async () => {
    expect(await required('Account')).toEqual(['Name'])
    expect(await required('Contact')).toEqual(['LastName'])
    expect(await required('Opportunity')).toEqual(['Name', 'StageName', 'CloseDate'])
  })

  it('lists the active stages as values of StageName', async () => {
    const { fields } = await connection.describe('Opportunity')
    const values = fields.find((field) => field.name === 'StageName')?.picklistValues?.map((option) => option.value)
    expect(values).toHaveLength(10)
    expect(values?.[0]).toBe('Prospecting')
  })

  it('shows Pryzm_ID__c as the mapping check wants it', async () => {
    org.admin.addPryzmIdField('Contact')
    const { fields } = await connection.describe('Contact')
    expect(fields.find((field) => field.name === 'Pryzm_ID__c')).toMatchObject({
      type: 'string',
      length: 36,
      byteLength: 108,
      externalId: true,
      unique: true,
      idLookup: true,
      createable: true,
      updateable: true,
      custom: true,
    })
  })

  it('leaves out fields the user may not read, and marks those that may only be read', async () => {
    const username = 'priya@acme-industrial.example'
    org.admin.setPermissions(username, { fields: { 'Account.Industry': 'none', 'Account.Phone': 'read' } })
    const { fields } = await (await connect(org, username)).describe('Account')
    expect(fields.some((field) => field.name === 'Industry')).toBe(false)
    expect(fields.find((field) => field.name === 'Phone')).toMatchObject({ createable: false, updateable: false })
    expect((await connection.describe('Account')).fields.some((field) => field.name === 'Industry')).toBe(true)
  })

  it('answers 304 when nothing has changed since, and 200 when a field was added', async () => {
    const first = await call('GET', '/sobjects/Account/describe')
    const since = { 'If-Modified-Since': new Date(Date.parse(first.headers.get('Last-Modified') ?? '') + 1000).toUTCString() }
    expect((await call('GET', '/sobjects/Account/describe', undefined, since)).status).toBe(304)
    expect((await call('GET', '/sobjects', undefined, since)).status).toBe(304)
  })

  it('lists the objects of the org', async () => {
    const { sobjects, maxBatchSize } = await connection.describeGlobal()
    expect(maxBatchSize).toBe(200)
    expect(sobjects.map((object) => object.name)).toEqual(
      expect.arrayContaining(['Account', 'Contact', 'Opportunity', 'OpportunityStage', 'Organization', 'User']),
    )
  })
})
