import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { createOrg, type EmulatedOrg } from '../../src/index.ts'
import { pryzmIdField } from '../../src/org/pryzm-id-field.ts'
import { app, caller, tokensFor } from '../sign-in.ts'
import { itRecorded, recording } from './recordings.ts'
import { shapeDifferences } from './shape.ts'

let org: EmulatedOrg
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  org.admin.addPryzmIdField('Account')
  call = caller(org, (await tokensFor(org)).access_token ?? '')
})
afterAll(() => org.close())

const answer = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await call(method, path, body)
  return { status: response.status, body: JSON.parse(await response.text()) }
}
const idOf = (object: string, Name: string) => String(org.admin.find(object, { Name })[0]?.Id)

describe('a single record', () => {
  itRecorded('is created with the recorded answer', 'amp-labs/create-ok.json', async () => {
    const ours = await answer('POST', '/sobjects/Account', { Name: 'A' })
    expect(ours.status).toBe(201)
    expect(shapeDifferences(ours.body, recording('amp-labs/create-ok.json'))).toEqual([])
  })

  itRecorded('is read with its fields in the recorded order', 'records/account_get_by_id_playground.json', async () => {
    const recorded = recording<Record<string, unknown>>('records/account_get_by_id_playground.json')
    org.admin.update('Account', idOf('Account', 'Northgate Pumps'), { BillingStreet: '1 Pump Lane', BillingCountry: 'US' })
    const ours = await answer('GET', `/sobjects/Account/${idOf('Account', 'Northgate Pumps')}`)
    // Each edition and each administrator has fields that others lack.
    expect(shapeDifferences(ours.body, recorded, { open: ['$'] })).toEqual([])
    const standard = Object.keys(recorded).filter((name) => !name.endsWith('__c') && name !== 'RecordTypeId')
    expect(Object.keys(Object(ours.body))).toEqual(expect.arrayContaining(standard))
  })

  itRecorded(
    'is read as an Organization row with every recorded field',
    'organization/organization_row_scratch.json',
    async () => {
      const [organization] = org.admin.find('Organization')
      const ours = await answer('GET', `/sobjects/Organization/${String(organization?.Id)}`)
      expect(shapeDifferences(ours.body, recording('organization/organization_row_scratch.json'))).toEqual([])
    },
  )

  itRecorded('is refused for an unknown column in the recorded words', 'amp-labs/unknown-field.json', async () => {
    const ours = await answer('POST', '/sobjects/Account', { Name: 'A', AccountNumer: '1' })
    expect(ours).toEqual({ status: 400, body: recording('amp-labs/unknown-field.json') })
  })

  for (const path of ['amp-labs/invalid-field-upsert.json', 'errors/400_INVALID_FIELD_FOR_INSERT_UPDATE.json']) {
    itRecorded(`is refused for a field that nobody can write as in ${path}`, path, async () => {
      const ours = await answer('PATCH', '/sobjects/Account/Pryzm_ID__c/1', { Name: 'A', MasterRecordId: null })
      expect(ours).toEqual({ status: 400, body: recording(path) })
    })
  }

  itRecorded('is refused a second deletion in the recorded words', 'amp-labs/crm/delete/not-found.json', async () => {
    const id = idOf('Account', 'Lakeside Foods')
    expect((await call('DELETE', `/sobjects/Account/${id}`)).status).toBe(204)
    const ours = await answer('DELETE', `/sobjects/Account/${id}`)
    expect(ours).toEqual({ status: 404, body: recording('amp-labs/crm/delete/not-found.json') })
  })

  const assignment = 'amp-labs/metadata/write/err-duplicate-permission-assignment.json'
  itRecorded('is refused as a repeated assignment in the recorded words', assignment, async () => {
    const set = org.admin.insert('PermissionSet', { Name: 'P', Label: 'P' })
    const user = String(org.admin.find('User', { Username: 'dana@acme-industrial.example' })[0]?.Id)
    org.admin.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set })
    const ours = await answer('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set })
    const named = recording<{ message: string }[]>(assignment).map((error) => ({
      ...error,
      message: error.message.replace(/005\w{12}/, user.slice(0, 15)).replace(/0PS\w{12}/, set.slice(0, 15)),
    }))
    expect(ours).toEqual({ status: 400, body: named })
  })
})

describe('records by hand-made samples of an old client', () => {
  const sample = (name: string) => `restforce/sobject/${name}_response.json`

  itRecorded('are upserted, when new, with the keys of a creation', sample('upsert_created_success'), async () => {
    const ours = await answer('PATCH', '/sobjects/Account/Pryzm_ID__c/1', { Name: 'A' })
    // `created` has come since, and the order of the keys is later recorded otherwise.
    expect(Object.keys(Object(ours.body))).toEqual(
      expect.arrayContaining(Object.keys(recording<object>(sample('upsert_created_success')))),
    )
  })

  itRecorded('are upserted by no field but an external id', sample('upsert_error'), async () => {
    const ours = await answer('PATCH', '/sobjects/Account/Namez/1', { Name: 'A' })
    expect(ours).toMatchObject({ status: 404, body: recording(sample('upsert_error')) })
  })

  itRecorded('are listed by their addresses where an upsert finds several', sample('upsert_multiple_error'), async () => {
    org.admin.addField('Account', { ...pryzmIdField, name: 'Old_ID__c', unique: false })
    for (const Name of ['A', 'B']) org.admin.insert('Account', { Name, Old_ID__c: '7' })
    const ours = await answer('PATCH', '/sobjects/Account/Old_ID__c/7', { Name: 'C' })
    expect(ours.status).toBe(300)
    expect(shapeDifferences(ours.body, recording(sample('upsert_multiple_error')))).toEqual([])
  })

  itRecorded('are not found by what is no id', [sample('sobject_find_error'), sample('delete_error')], async () => {
    const found = await answer('GET', '/sobjects/Account/23foo')
    expect(found).toMatchObject({ status: 404, body: recording(sample('sobject_find_error')) })
    const deleted = await answer('DELETE', '/sobjects/Account/rid')
    expect(deleted).toMatchObject({ status: 404, body: recording(sample('delete_error')) })
  })

  itRecorded('are refused for columns that are not there', sample('write_error'), async () => {
    const ours = await answer('POST', '/sobjects/Account', { Name: 'A', foo: '1' })
    const named = JSON.parse(JSON.stringify(recording(sample('write_error'))).replace('type Bar', 'type Account'))
    expect(ours).toEqual({ status: 400, body: named })
  })

  itRecorded('are of objects that exist', sample('sobject_describe_error'), async () => {
    const ours = await answer('GET', '/sobjects/Nothing/describe')
    expect(ours).toEqual({ status: 404, body: recording(sample('sobject_describe_error')) })
  })

  itRecorded(
    'are listed when they were changed or deleted',
    [sample('get_updated_success'), sample('get_deleted_success')],
    async () => {
      org.admin.delete('Account', org.admin.insert('Account', { Name: 'Gone' }))
      org.admin.insert('Account', { Name: 'New' })
      const span = `start=${new Date(Date.now() - 3_600_000).toISOString()}&end=${new Date(Date.now() + 60_000).toISOString()}`
      const updated = await answer('GET', `/sobjects/Account/updated?${span}`)
      expect(shapeDifferences(updated.body, recording(sample('get_updated_success')))).toEqual([])
      const deleted = await answer('GET', `/sobjects/Account/deleted?${span}`)
      expect(deleted.body).toMatchObject({ deletedRecords: [{ id: expect.any(String) }] })
      expect(shapeDifferences(deleted.body, recording(sample('get_deleted_success')))).toEqual([])
    },
  )
})
