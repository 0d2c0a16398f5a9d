import { expect } from 'vitest'
import { connect } from '../test/sign-in.ts'
import { idIn, jsonCaller } from './json-call.ts'
import { onEmulator } from './scenario.ts'

const id18 = /^[0-9A-Za-z]{18}$/

onEmulator(35, async (org) => {
  const call = await jsonCaller(org)
  const created = await call('POST', '/sobjects/Account', { Name: 'Acme' })
  const id = idIn(created)
  expect([created.status, created.body]).toEqual([201, { id: expect.stringMatching(id18), success: true, errors: [] }])
  expect(Object.keys(Object(created.body))).toEqual(['id', 'success', 'errors'])
  expect(created.headers.get('Location')).toBe(`/services/data/v67.0/sobjects/Account/${id}`)

  const updated = await call('PATCH', `/sobjects/Account/${id}`, { Name: 'Acme Pumps' })
  expect([updated.status, updated.text, updated.headers.get('Content-Type')]).toEqual([204, '', null])
  expect((await call('GET', `/sobjects/Account/${id}`)).body).toMatchObject({ Id: id, Name: 'Acme Pumps' })

  const deleted = await call('DELETE', `/sobjects/Account/${id}`)
  expect([deleted.status, deleted.text, deleted.headers.get('Content-Type')]).toEqual([204, '', null])
  const again = await call('DELETE', `/sobjects/Account/${id}`)
  expect([again.status, again.body]).toEqual([
    404,
    [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }],
  ])
})

onEmulator(41, async (org) => {
  const call = await jsonCaller(org)
  const refused = async (object: string, fields: object) => {
    const { status, body } = await call('POST', `/sobjects/${object}`, fields)
    return [status, body]
  }
  expect(await refused('Contact', { FirstName: 'Ann' })).toEqual([
    400,
    [{ message: 'Required fields are missing: [LastName]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }],
  ])
  const name = 'n'.repeat(300)
  const tooLong = `Account Name: data value too large: ${name} (max length=255)`
  expect(await refused('Account', { Name: name })).toEqual([
    400,
    [{ message: tooLong, errorCode: 'STRING_TOO_LONG', fields: ['Name'] }],
  ])
  expect(await refused('Account', { Name: 'Acme', CleanStatus: 'Terrible' })).toEqual([
    400,
    [
      {
        message: 'Clean Status: bad value for restricted picklist field: Terrible',
        errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        fields: ['CleanStatus'],
      },
    ],
  ])
  const deal = await call('POST', '/sobjects/Opportunity', { Name: 'Deal', StageName: 'In Progress', CloseDate: '2026-12-01' })
  expect(deal.status).toBe(201)
  const stored = await call('GET', `/sobjects/Opportunity/${idIn(deal)}?fields=StageName`)
  expect(stored.body).toMatchObject({ StageName: 'In Progress' })
})

onEmulator(42, async (org) => {
  const call = await jsonCaller(org)
  const refusal = (field: string) => [
    {
      message: `Unable to create/update fields: ${field}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: [field],
    },
  ]
  const contact = org.admin.find('Contact')[0]
  const deal = org.admin.find('Opportunity')[0]
  const answers = [
    await call('POST', '/sobjects/Contact', { LastName: 'Ng', Name: 'Ng' }),
    await call('PATCH', `/sobjects/Contact/${String(contact?.Id)}`, { Name: 'Ng' }),
    await call('PATCH', `/sobjects/Opportunity/${String(deal?.Id)}`, { IsWon: true }),
  ]
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [400, refusal('Name')],
    [400, refusal('Name')],
    [400, refusal('IsWon')],
  ])
  expect(org.admin.record('Contact', String(contact?.Id))).toEqual(contact)
  expect(org.admin.record('Opportunity', String(deal?.Id))).toEqual(deal)
})

onEmulator(43, async (org) => {
  const call = await jsonCaller(org)
  const insist = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' }
  const known = String(org.admin.find('Account', { Name: 'Lakeside Foods' })[0]?.Id)
  const double = { Name: 'Lakeside Foods' }
  org.admin.addDuplicateRule({ object: 'Account', field: 'Name', action: 'alert', message: 'Use one of these records?' })
  const alerted = await call('POST', '/sobjects/Account', double)
  expect(alerted.status).toBe(400)
  expect(alerted.body).toEqual([
    {
      duplicateResut: {
        allowSave: true,
        duplicateRule: 'Standard_Account_Duplicate_Rule',
        duplicateRuleEntityType: 'Account',
        errorMessage: 'Use one of these records?',
        matchResults: [expect.objectContaining({ entityType: 'Account', size: 1, success: true, errors: [] })],
      },
      errorCode: 'DUPLICATES_DETECTED',
      message: 'Use one of these records?',
    },
  ])
  expect(JSON.stringify(alerted.body)).toContain(
    `"record":{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/${known}"},"Id":"${known}"}`,
  )
  expect((await call('POST', '/sobjects/Account', double, insist)).status).toBe(201)

  org.admin.addDuplicateRule({ object: 'Contact', field: 'Email', action: 'block', message: 'Known already.' })
  const blocked = await call('POST', '/sobjects/Contact', { LastName: 'Chen', Email: 'maya.chen@northgate.example' }, insist)
  expect([blocked.status, blocked.body]).toMatchObject([
    400,
    [{ errorCode: 'DUPLICATES_DETECTED', message: 'Known already.', duplicateResut: { allowSave: false } }],
  ])
})

onEmulator(44, async (org) => {
  org.admin.addPryzmIdField('Account')
  const first = org.admin.insert('Account', { Name: 'First', Pryzm_ID__c: 'P-1' })
  const call = await jsonCaller(org)
  const { status, body } = await call('POST', '/sobjects/Account', { Name: 'Second', Pryzm_ID__c: 'P-1' })
  const message = `duplicate value found: Pryzm_ID__c duplicates value on record with id: ${first.slice(0, 15)}`
  expect([status, body]).toEqual([400, [{ message, errorCode: 'DUPLICATE_VALUE', fields: [] }]])
  expect(org.admin.find('Account', { Name: 'Second' })).toEqual([])
})

onEmulator(45, async (org) => {
  const id = String(org.admin.find('Account')[0]?.Id)
  const lock = org.faults.add({ locks: { ids: [id] }, times: 3 })
  const call = await jsonCaller(org)
  const { status, body } = await call('PATCH', `/sobjects/Account/${id}`, { Site: 'HQ' })
  const message = `unable to obtain exclusive access to this record or 1 records: ${id}`
  expect([status, body]).toEqual([400, [{ message, errorCode: 'UNABLE_TO_LOCK_ROW', fields: [] }]])

  const connection = await connect(org)
  const update = connection.sobject('Account').update({ Id: id, Site: 'HQ' })
  await expect(update).rejects.toMatchObject({ name: 'UNABLE_TO_LOCK_ROW', errorCode: 'UNABLE_TO_LOCK_ROW', message })
  expect(lock.hits).toBe(2)
  const records = [{ attributes: { type: 'Account' }, Id: id, Site: 'HQ' }]
  const posted = connection.request({
    method: 'POST',
    url: '/composite/sobjects?_HttpMethod=PATCH',
    body: JSON.stringify({ records }),
  })
  expect(await posted).toEqual([{ id, success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message, fields: [] }] }])
  expect(lock.hits).toBe(3)

  await connection.sobject('Account').update({ Id: id, Site: 'HQ' })
  expect(org.admin.record('Account', id)?.Site).toBe('HQ')
})

onEmulator(48, async (org) => {
  const call = await jsonCaller(org)
  const account = org.admin.find('Account')[0]
  const path = `/sobjects/Account/${String(account?.Id)}`
  const changed = new Date(String(account?.LastModifiedDate))
  const condition = (moment: Date) => ({ 'If-Unmodified-Since': moment.toUTCString() })
  const refused = await call('PATCH', path, { Site: 'HQ' }, condition(new Date(changed.getTime() - 1000)))
  expect(refused.status).toBe(412)
  expect(org.admin.record('Account', String(account?.Id))).toEqual(account)
  expect((await call('PATCH', path, { Site: 'HQ' }, condition(changed))).status).toBe(204)
})

onEmulator(49, async (org) => {
  const call = await jsonCaller(org)
  const id = idIn(await call('POST', '/sobjects/Contact', { LastName: 'Ng', Email: 'A@B.COM' }))
  expect((await call('GET', `/sobjects/Contact/${id}?fields=Email`)).body).toMatchObject({ Email: 'a@b.com' })
  const { records } = await (await connect(org)).query("SELECT Email FROM Contact WHERE Email = 'A@B.com'")
  expect(records).toMatchObject([{ Email: 'a@b.com' }])
})
