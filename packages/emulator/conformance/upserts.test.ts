import { expect } from 'vitest'
import { customTextField } from '../src/index.ts'
import { connect } from '../test/sign-in.ts'
import { refusalOf } from './bulk-jobs.ts'
import { idIn, jsonCaller } from './json-call.ts'
import { onAnyOrg, onEmulator } from './scenario.ts'

onEmulator(36, async (org) => {
  org.admin.addPryzmIdField('Account')
  const call = await jsonCaller(org)
  for (const [version, status, outcome] of [
    ['60.0', 200, { id: expect.any(String), success: true, errors: [], created: false }],
    ['46.0', 200, { id: expect.any(String), success: true, errors: [], created: false }],
    ['45.0', 204, undefined],
  ] as const) {
    const path = `/services/data/v${version}/sobjects/Account/Pryzm_ID__c/P-${version}`
    const created = await call('PATCH', path, { Name: 'First' })
    const id = idIn(created)
    expect([created.status, created.body]).toEqual([201, { id, success: true, errors: [], created: true }])
    const location = `/services/data/v${version}/sobjects/Account/${id}`
    expect(created.headers.get('Location')).toBe(location)
    const updated = await call('PATCH', path, { Name: 'Then' })
    expect([updated.status, updated.body]).toEqual([status, outcome])
    if (status === 200) expect(updated.headers.get('Location')).toBe(location)
    else expect([updated.text, updated.headers.get('Content-Type')]).toEqual(['', null])
    expect(org.admin.find('Account', { Pryzm_ID__c: `P-${version}` })).toMatchObject([{ Id: id, Name: 'Then' }])
  }
})

onEmulator(37, async (org) => {
  org.admin.addPryzmIdField('Account')
  const call = await jsonCaller(org)
  const path = '/sobjects/Account/Pryzm_ID__c/P-1'
  const accounts = org.admin.find('Account').length
  for (const [field, value] of [
    ['Pryzm_ID__c', 'P-1'],
    ['Id', '001000000000001AAA'],
  ] as const) {
    const { status, body } = await call('PATCH', path, { Name: 'Acme', [field]: value })
    const message = `The ${field} field should not be specified in the sobject data.`
    expect([status, body]).toEqual([400, [{ message, errorCode: 'INVALID_FIELD' }]])
  }
  expect(org.admin.find('Account')).toHaveLength(accounts)
})

onEmulator(38, async (org) => {
  org.admin.addField('Account', customTextField('Code__c', { length: 20, externalId: true }))
  const ids = ['One', 'Two'].map((name) => org.admin.insert('Account', { Name: name, Code__c: 'same' }))
  const before = org.admin.find('Account')
  const urls = ids.map((id) => `/services/data/v67.0/sobjects/Account/${id}`)
  const call = await jsonCaller(org)
  const { status, body } = await call('PATCH', '/sobjects/Account/Code__c/same', { Name: 'Three' })
  expect([status, body]).toEqual([300, urls])
  const upsert = (await connect(org)).sobject('Account').upsert({ Code__c: 'same', Name: 'Three' }, 'Code__c')
  await expect(upsert).rejects.toMatchObject({ name: 'MULTIPLE_CHOICES', data: urls })
  expect(org.admin.find('Account')).toEqual(before)
})

onAnyOrg(39, async ({ call }) => {
  for (const field of ['Site', 'Nothing__c']) {
    const refused = await refusalOf(call('PATCH', `/sobjects/Account/${field}/x`, { Name: 'Acme' }))
    const message = `Provided external ID field does not exist or is not accessible: ${field}`
    expect(refused).toEqual({ status: 404, errorCode: 'NOT_FOUND', message })
  }
})

onEmulator(40, async (org) => {
  org.admin.addPryzmIdField('Account')
  const parent = org.admin.insert('Account', { Name: 'Parent', Pryzm_ID__c: 'A-1' })
  const call = await jsonCaller(org)
  const { status, body } = await call('POST', '/sobjects/Contact', { LastName: 'Ng', Account: { Pryzm_ID__c: 'A-2' } })
  const message = 'Foreign key external ID: A-2 not found for field Pryzm_ID__c in entity Account'
  expect([status, body]).toEqual([400, [{ message, errorCode: 'INVALID_FIELD', fields: [] }]])
  expect(org.admin.find('Contact', { LastName: 'Ng' })).toEqual([])
  expect((await call('POST', '/sobjects/Contact', { LastName: 'Ng', Account: { Pryzm_ID__c: 'A-1' } })).status).toBe(201)
  expect(org.admin.find('Contact', { LastName: 'Ng' })).toMatchObject([{ AccountId: parent }])
})
