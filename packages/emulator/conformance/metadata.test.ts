import { expect } from 'vitest'
import { caller, connect, tokensFor } from '../test/sign-in.ts'
import { describeKeys, fieldKeys, keysSinceV50 } from './describe-keys.ts'
import { onAnyOrg, onEmulator, version } from './scenario.ts'

const notFound = '[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]'

interface Described {
  fields: Record<string, unknown>[]
}

const described = async (response: Response): Promise<Described & Record<string, unknown>> => JSON.parse(await response.text())

onAnyOrg(19, async ({ url }) => {
  const response = await fetch(`${url}/services/data`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Sforce-Limit-Info')).toBeNull()
  const versions: unknown = await response.json()
  expect(versions).toContainEqual({ label: expect.any(String), url: '/services/data/v60.0', version: '60.0' })
})

onAnyOrg(20, async ({ call }) => {
  const unknown = [
    '/services/data/v999.0/sobjects',
    '/services/data/v999.0/query?q=SELECT+Id+FROM+Account',
    '/sobjects/NoSuchObject',
    '/sobjects/NoSuchObject/describe',
  ]
  for (const path of unknown) {
    const response = await call('GET', path)
    expect([path, response.status, await response.text()]).toEqual([path, 404, notFound])
  }
  for (const path of ['/services/data/v999.0/sobjects/Account', '/sobjects/NoSuchObject']) {
    const response = await call('POST', path, { Name: 'Nobody' })
    expect([path, response.status, await response.text()]).toEqual([path, 404, notFound])
  }
})

onAnyOrg(21, async ({ call }) => {
  for (const path of ['/services/data/v30.0/sobjects', '/services/data/v30.0/query?q=SELECT+Id+FROM+Account']) {
    const response = await call('GET', path)
    expect(response.status).toBe(410)
  }
})

onAnyOrg(22, async ({ call, jsforce }) => {
  const account = await described(await call('GET', '/sobjects/Account/describe'))
  expect(Object.keys(account)).toEqual(describeKeys)
  expect(describeKeys).toHaveLength(45)
  expect(fieldKeys).toHaveLength(57)
  for (const field of account.fields) expect(Object.keys(field)).toEqual(fieldKeys)
  const before = await described(await call('GET', '/services/data/v48.0/sobjects/Account/describe'))
  expect(Object.keys(before)).toEqual(describeKeys.filter((key) => !keysSinceV50.includes(key)))
  expect(Object.keys(before)).toHaveLength(42)

  const { fields } = await jsforce().describe('Account')
  expect(fields.map(({ name }) => name)).toEqual(account.fields.map(({ name }) => name))
  expect(fields.find(({ name }) => name === 'Name')).toMatchObject({ type: 'string', length: 255, nameField: true })
})

onAnyOrg(23, async ({ call, jsforce }) => {
  const lastModified = (await call('GET', '/sobjects/Account/describe')).headers.get('Last-Modified') ?? ''
  const later = new Date(Date.parse(lastModified) + 1000).toUTCString()
  for (const since of [lastModified, later]) {
    const response = await call('GET', '/sobjects/Account/describe', undefined, { 'If-Modified-Since': since })
    expect([response.status, await response.text()]).toEqual([304, ''])
    const url = `/services/data/v${version}/sobjects/Account/describe`
    expect(await jsforce().request({ method: 'GET', url, headers: { 'If-Modified-Since': since } })).toBe('')
  }
  const earlier = new Date(Date.parse(lastModified) - 1000).toUTCString()
  const changed = await call('GET', '/sobjects/Account/describe', undefined, { 'If-Modified-Since': earlier })
  expect(changed.status).toBe(200)
})

onEmulator(24, async (org) => {
  const priya = 'priya@acme-industrial.example'
  org.admin.addPryzmIdField('Account')
  org.admin.setPermissions(priya, { fields: { 'Account.Pryzm_ID__c': 'none' } })
  const call = caller(org, (await tokensFor(org, priya)).access_token ?? '')
  const { fields } = await described(await call('GET', '/sobjects/Account/describe'))
  expect(fields.map(({ name }) => name)).not.toContain('Pryzm_ID__c')

  const soql = 'SELECT Id, Pryzm_ID__c FROM Account'
  const response = await call('GET', `/query?q=${encodeURIComponent(soql)}`)
  const message =
    '\nSELECT Id, Pryzm_ID__c FROM Account\n           ^\nERROR at Row:1:Column:12\n' +
    "No such column 'Pryzm_ID__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
  expect([response.status, await response.json()]).toEqual([400, [{ message, errorCode: 'INVALID_FIELD' }]])

  const administrator = caller(org, (await tokensFor(org)).access_token ?? '')
  expect((await administrator('GET', `/query?q=${encodeURIComponent(soql)}`)).status).toBe(200)
  const connection = await connect(org, priya)
  expect((await connection.describe('Account')).fields.map(({ name }) => name)).not.toContain('Pryzm_ID__c')
  await expect(connection.query(soql)).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' })
})

const pryzmField = {
  FullName: 'Account.Pryzm_ID__c',
  Metadata: {
    type: 'Text',
    label: 'Pryzm_ID',
    length: 36,
    required: false,
    unique: true,
    caseSensitive: false,
    externalId: true,
  },
}

onEmulator(25, async (org) => {
  const tokens = await tokensFor(org)
  const call = caller(org, tokens.access_token ?? '')
  const created = async (path: string, body: object) => {
    const response = await call('POST', path, body)
    const answer: { id: string; success: boolean; errors: unknown[] } = JSON.parse(await response.text())
    expect(response.status).toBe(201)
    expect(answer).toMatchObject({ id: expect.stringMatching(/^\w{18}$/), success: true, errors: [] })
    return answer.id
  }
  const pryzmId = async () => {
    const { fields } = await described(await call('GET', '/sobjects/Account/describe'))
    return fields.find(({ name }) => name === 'Pryzm_ID__c')
  }

  expect(await created('/tooling/sobjects/CustomField', pryzmField)).toMatch(/^00N/)
  expect(await pryzmId()).toBeUndefined()
  const set = await created('/sobjects/PermissionSet', { Name: 'Pryzm', Label: 'Pryzm' })
  expect(await pryzmId()).toBeUndefined()
  const grant = { SobjectType: 'Account', Field: 'Account.Pryzm_ID__c', PermissionsRead: true, PermissionsEdit: true }
  await created('/sobjects/FieldPermissions', { ParentId: set, ...grant })
  expect(await pryzmId()).toBeUndefined()
  const userId = (tokens.id ?? '').split('/').at(-1)
  await created('/sobjects/PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set })
  expect(await pryzmId()).toMatchObject({
    type: 'string',
    length: 36,
    externalId: true,
    unique: true,
    createable: true,
    updateable: true,
    custom: true,
  })
})

onEmulator(26, async (org) => {
  const tokens = await tokensFor(org)
  const call = caller(org, tokens.access_token ?? '')
  expect((await call('POST', '/tooling/sobjects/CustomField', pryzmField)).status).toBe(201)
  const again = await call('POST', '/tooling/sobjects/CustomField', pryzmField)
  expect(again.status).toBe(400)
  expect(await again.json()).toMatchObject([{ errorCode: 'DUPLICATE_DEVELOPER_NAME' }])

  const set: { id: string } = JSON.parse(
    await (await call('POST', '/sobjects/PermissionSet', { Name: 'Pryzm', Label: 'Pryzm' })).text(),
  )
  const userId = (tokens.id ?? '').split('/').at(-1) ?? ''
  const assignment = { AssigneeId: userId, PermissionSetId: set.id }
  expect((await call('POST', '/sobjects/PermissionSetAssignment', assignment)).status).toBe(201)
  const repeated = await call('POST', '/sobjects/PermissionSetAssignment', assignment)
  const message = `Duplicate PermissionSetAssignment.  Assignee: ${userId.slice(0, 15)}; Permission Set: ${set.id.slice(0, 15)}`
  expect([repeated.status, await repeated.json()]).toEqual([
    400,
    [{ message, errorCode: 'DUPLICATE_VALUE', fields: ['AssigneeId', 'PermissionSetId'] }],
  ])
})

onEmulator(27, async (org) => {
  const call = caller(org, (await tokensFor(org)).access_token ?? '')
  const connection = await connect(org)
  const { records } = await connection.query<Record<string, unknown>>(
    'SELECT Id, ApiName, MasterLabel, IsActive, SortOrder, IsClosed, IsWon, DefaultProbability FROM OpportunityStage ORDER BY SortOrder',
  )
  expect(
    records.map(({ ApiName, IsClosed, IsWon, DefaultProbability }) => [ApiName, IsClosed, IsWon, DefaultProbability]),
  ).toEqual([
    ['Prospecting', false, false, 10],
    ['Qualification', false, false, 10],
    ['Needs Analysis', false, false, 20],
    ['Value Proposition', false, false, 50],
    ['Id. Decision Makers', false, false, 60],
    ['Perception Analysis', false, false, 70],
    ['Proposal/Price Quote', false, false, 75],
    ['Negotiation/Review', false, false, 90],
    ['Closed Won', true, true, 100],
    ['Closed Lost', true, false, 0],
    ['Site Survey', false, false, expect.any(Number)],
  ])
  const order = records.map(({ SortOrder }) => Number(SortOrder))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(records.filter(({ IsActive }) => IsActive === false).map(({ ApiName }) => ApiName)).toEqual(['Site Survey'])

  const stage = String(records[0]?.Id)
  expect(stage).toMatch(/^01J/)
  const writes = [
    await call('POST', '/sobjects/OpportunityStage', { MasterLabel: 'Handshake', ApiName: 'Handshake' }),
    await call('PATCH', `/sobjects/OpportunityStage/${stage}`, { MasterLabel: 'Handshake' }),
    await call('DELETE', `/sobjects/OpportunityStage/${stage}`),
  ]
  for (const write of writes) {
    expect(write.status).toBeGreaterThanOrEqual(400)
    expect(await write.json()).toEqual([expect.objectContaining({ errorCode: expect.any(String), message: expect.any(String) })])
  }
  expect(org.admin.find('OpportunityStage', { MasterLabel: 'Handshake' })).toEqual([])
  expect(org.admin.find('OpportunityStage')).toHaveLength(11)
})
