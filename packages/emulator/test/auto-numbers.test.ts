import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type CustomFieldDefinition, type EmulatedOrg } from '../src/index.ts'
import { app, caller, connect } from './sign-in.ts'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => new Date('2026-09-16T10:11:12.000Z') })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

const add = (more: Partial<CustomFieldDefinition> = {}) =>
  org.admin.addField('Account', { fullName: 'No__c', type: 'AutoNumber', label: 'No', displayFormat: 'A-{0000}', ...more })
const next = () => org.admin.record('Account', org.admin.insert('Account', { Name: 'A' }))?.No__c

describe('an auto-number field', () => {
  it('numbers new records and leaves those without a number that were there before', async () => {
    add()
    const connection = await connect(org)
    const names = ['One', 'Two'].map((Name) => ({ Name }))
    const made = await connection.sobject('Account').create(names)
    expect(made.every(({ success }) => success)).toBe(true)
    const soql = 'SELECT Name, No__c FROM Account WHERE No__c != null ORDER BY No__c DESC'
    expect((await connection.query(soql)).records).toMatchObject([
      { Name: 'Two', No__c: 'A-0002' },
      { Name: 'One', No__c: 'A-0001' },
    ])
    expect((await connection.query('SELECT Id FROM Account WHERE No__c = null')).totalSize).toBe(4)
  })

  it('is described as what the org fills in, and refuses to be written', async () => {
    add()
    const connection = await connect(org)
    const { fields } = await connection.describe('Account')
    expect(fields.find(({ name }) => name === 'No__c')).toMatchObject({
      type: 'string',
      autoNumber: true,
      length: 30,
      createable: false,
      updateable: false,
      nillable: false,
      defaultedOnCreate: true,
      groupable: false,
    })
    const answer = await caller(org, connection.accessToken ?? '')('POST', '/sobjects/Account', { Name: 'A', No__c: 'A-9' })
    const refused: unknown = await answer.json()
    expect([answer.status, refused]).toMatchObject([400, [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['No__c'] }]])
  })

  it('counts from where it is told, in the form it is told', () => {
    add({ displayFormat: '{YYYY}{MM}{DD}/{YY}-{00}', startingNumber: 99 })
    expect([next(), next()]).toEqual(['20260916/26-99', '20260916/26-100'])
  })

  it('is changed and described through the Tooling API', async () => {
    add()
    next()
    const { accessToken } = await connect(org)
    const call = caller(org, accessToken ?? '')
    const [row] = org.admin.find('CustomField', { DeveloperName: 'No' })
    const address = `/tooling/sobjects/CustomField/${String(row?.Id)}`
    const metadata = async (): Promise<unknown> => Object(await (await call('GET', address)).json()).Metadata
    expect(await metadata()).toMatchObject({ type: 'AutoNumber', displayFormat: 'A-{0000}', startingNumber: 2 })
    const changed = { type: 'AutoNumber', label: 'No', displayFormat: 'B-{0}', startingNumber: 40 }
    expect((await call('PATCH', address, { Metadata: changed })).status).toBe(204)
    expect([next(), next()]).toEqual(['B-40', 'B-41'])
  })

  it('begins anew when it was deleted and made again', () => {
    add()
    expect([next(), next()]).toEqual(['A-0001', 'A-0002'])
    org.admin.removeField('Account', 'No__c')
    add()
    expect(next()).toBe('A-0001')
  })
})
