import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Org } from '../../src/engine/ports/index.ts'
import { answering, json } from './support/answering.ts'
import { connect, startOrg } from './support/connect.ts'

const dana = 'dana@acme-industrial.example'
let emulated: EmulatedOrg
let org: Org

beforeEach(async () => {
  emulated = await startOrg()
  org = (await connect(emulated)).org
})
afterEach(() => emulated.close())

async function pryzmIdField(object: 'Account' | 'Contact') {
  return (await org.describe(object)).describe?.fields.find((field) => field.name === 'Pryzm_ID__c')
}

describe('creating the Pryzm_ID field', () => {
  it('makes it as the guide says, and lets the connected user write it', async () => {
    expect(await org.createPryzmIdField('Account')).toEqual({ outcome: 'created' })
    expect(await pryzmIdField('Account')).toMatchObject({
      type: 'string',
      length: 36,
      externalId: true,
      unique: true,
      createable: true,
      updateable: true,
    })
  })

  it('uses one permission set for all objects', async () => {
    await org.createPryzmIdField('Account')
    await org.createPryzmIdField('Contact')
    expect(await pryzmIdField('Contact')).toMatchObject({ updateable: true })
    expect(emulated.admin.find('PermissionSet', { Name: 'Pryzm_Salesforce_sync' })).toHaveLength(1)
    expect(emulated.admin.find('PermissionSetAssignment')).toHaveLength(1)
  })

  it('is content with a field that is there already', async () => {
    await org.createPryzmIdField('Account')
    expect(await org.createPryzmIdField('Account')).toEqual({ outcome: 'already_there' })
    expect(emulated.admin.find('FieldPermissions', { Field: 'Account.Pryzm_ID__c' })).toHaveLength(1)
  })

  it('says which permission is missing', async () => {
    emulated.admin.setPermissions(dana, { system: { CustomizeApplication: false } })
    expect(await org.createPryzmIdField('Account')).toMatchObject({
      outcome: 'refused',
      sentence: expect.stringContaining('“Customize Application”'),
    })
    expect(await pryzmIdField('Account')).toBeUndefined()
  })
})

describe('looking behind describe', () => {
  const asked = ['Pryzm_ID__c', 'Region__c', 'ns__Pryzm_ID__c', 'Score__pc', 'Place__Latitude__s']

  it('tells fields that are hidden from those that do not exist', async () => {
    emulated.admin.addPryzmIdField('Account')
    emulated.admin.setPermissions(dana, { fields: { 'Account.Pryzm_ID__c': 'none' } })
    expect(await pryzmIdField('Account')).toBeUndefined()
    const before = emulated.admin.requests.length
    expect(await org.customFieldsExist('Account', asked)).toEqual(
      new Map([
        ['Pryzm_ID__c', true],
        ['Region__c', false],
        ['ns__Pryzm_ID__c', false],
      ]),
    )
    expect(emulated.admin.requests).toHaveLength(before + 1)
    expect(await org.customFieldsExist('Contact', ['Pryzm_ID__c'])).toEqual(new Map([['Pryzm_ID__c', false]]))
    expect(await org.customFieldsExist('Contact', [])).toEqual(new Map())
  })

  it('knows nothing where the user may not look', async () => {
    const server = await answering((_, response) =>
      json(response, 400, [{ errorCode: 'INVALID_TYPE', message: "sObject type 'CustomField' is not supported." }]),
    )
    expect(await server.open().org.customFieldsExist('Account', asked)).toBeNull()
    await server.close()
  })

  it('asks for many fields in portions that fit a request', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `A_rather_long_name_of_a_custom_field_${index}__c`)
    expect([...((await org.customFieldsExist('Account', names)) ?? [])]).toHaveLength(500)
  })

  it('finds out whether the package is installed, where the user may look', async () => {
    const packages = [{ attributes: {}, Id: '0A3', SubscriberPackage: { attributes: {}, NamespacePrefix: 'pryzm' } }]
    let mayLook = true
    const server = await answering((_, response) => {
      if (mayLook) return json(response, 200, { totalSize: 1, done: true, records: packages })
      json(response, 400, [{ errorCode: 'INVALID_TYPE', message: "sObject type 'InstalledSubscriberPackage' is not supported." }])
    })
    const looking = server.open().org
    expect(await looking.packageInstalled('pryzm')).toBe('pass')
    expect(await looking.packageInstalled('other')).toBe('fail')
    mayLook = false
    expect(await looking.packageInstalled('pryzm')).toBe('unknown')
    await server.close()
  })
})
