import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller } from './sign-in.ts'

const priya = 'priya@acme-industrial.example'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

const as = (username?: string) => caller(org, org.admin.accessToken(username))
const json = async (response: Response): Promise<unknown> => response.json()
const query = async (soql: string, username?: string) => {
  const response = await as(username)('GET', `/query?q=${encodeURIComponent(soql)}`)
  return { status: response.status, body: JSON.stringify(await response.json()) }
}
const fieldsSeenBy = async (username: string, object = 'Account') => {
  const body: { fields: { name: string; createable: boolean }[] } = JSON.parse(
    await (await as(username)('GET', `/sobjects/${object}/describe`)).text(),
  )
  return new Map(body.fields.map((field) => [field.name, field]))
}

describe('an access token', () => {
  it('lets a client in at once, without an approval of the app', async () => {
    const connection = new Connection({ instanceUrl: org.url, accessToken: org.admin.accessToken(priya) })
    expect((await connection.identity()).username).toBe(priya)
    expect((await connection.query('SELECT Id FROM Account')).totalSize).toBe(4)
    org.admin.expireSessions(priya)
    await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' })
  })
})

describe('a field that a profile may not read', () => {
  beforeEach(() => org.admin.setProfilePermissions('Standard User', { fields: { 'Account.Industry': 'none' } }))

  it('is absent from describe for its users alone', async () => {
    expect((await fieldsSeenBy(priya)).has('Industry')).toBe(false)
    expect((await fieldsSeenBy('dana@acme-industrial.example')).has('Industry')).toBe(true)
  })

  it('is unknown to SOQL wherever it stands', async () => {
    for (const soql of [
      'SELECT Industry FROM Account',
      "SELECT Id FROM Account WHERE Industry = 'Machinery'",
      'SELECT Id FROM Account ORDER BY Industry',
      'SELECT Account.Industry FROM Contact',
    ]) {
      const { status, body } = await query(soql, priya)
      expect([soql, status]).toEqual([soql, 400])
      expect(body).toContain("No such column 'Industry' on entity 'Account'")
    }
    expect((await query('SELECT Industry FROM Account')).status).toBe(200)
  })

  it('is unknown to writes and left out of records', async () => {
    const [account] = org.admin.find('Account', { Name: 'Northgate Pumps' })
    const path = `/sobjects/Account/${String(account?.Id)}`
    const refused = await as(priya)('PATCH', path, { Industry: 'Energy' })
    expect([refused.status, await json(refused)]).toEqual([
      400,
      [{ message: "No such column 'Industry' on sobject of type Account", errorCode: 'INVALID_FIELD' }],
    ])
    expect((await as(priya)('POST', '/sobjects/Account', { Name: 'A', Industry: 'Energy' })).status).toBe(400)
    expect(await json(await as(priya)('GET', path))).not.toHaveProperty('Industry')
    expect(org.admin.record('Account', String(account?.Id))?.Industry).toBe('Manufacturing')
  })

  it('is opened by a permission set, to read or to edit, while it is assigned', async () => {
    org.admin.createPermissionSet('Industries', { fields: { 'Account.Industry': 'read' } })
    org.admin.assignPermissionSet(priya, 'Industries')
    expect((await fieldsSeenBy(priya)).get('Industry')).toMatchObject({ createable: false })
    expect((await as(priya)('POST', '/sobjects/Account', { Name: 'A', Industry: 'Energy' })).status).toBe(400)
    org.admin.setPermissionSetPermissions('Industries', { fields: { 'Account.Industry': 'edit' } })
    expect((await as(priya)('POST', '/sobjects/Account', { Name: 'A', Industry: 'Energy' })).status).toBe(201)
    org.admin.unassignPermissionSet(priya, 'Industries')
    expect((await fieldsSeenBy(priya)).has('Industry')).toBe(false)
  })

  it('has no row in FieldPermissions, as the others have', async () => {
    const rows = (field: string) =>
      `SELECT PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE Parent.Profile.Name = 'Standard User' AND Field = '${field}'`
    expect((await query(rows('Account.Industry'))).body).toContain('"totalSize":0')
    expect((await query(rows('Account.Phone'))).body).toContain('"PermissionsRead":true,"PermissionsEdit":true')
  })
})

describe('object permissions', () => {
  it('of a profile are rows that a query finds and the API changes', async () => {
    const soql =
      "SELECT Id, SobjectType, PermissionsRead, PermissionsDelete FROM ObjectPermissions WHERE Parent.Profile.Name = 'Standard User' ORDER BY SobjectType"
    const connection = new Connection({ instanceUrl: org.url, accessToken: org.admin.accessToken(), version: '67.0' })
    const { records } = await connection.query<{ Id: string }>(soql)
    expect(records).toMatchObject([
      { SobjectType: 'Account', PermissionsRead: true, PermissionsDelete: true },
      { SobjectType: 'Contact' },
      { SobjectType: 'Opportunity' },
    ])
    const id = records[0]?.Id ?? ''
    expect((await as()('PATCH', `/sobjects/ObjectPermissions/${id}`, { PermissionsDelete: false })).status).toBe(204)
    const [account] = org.admin.find('Account', { Name: 'Northgate Pumps Service' })
    const refused = await as(priya)('DELETE', `/sobjects/Account/${String(account?.Id)}`)
    expect(await json(refused)).toMatchObject([{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }])
    expect((await as()('DELETE', `/sobjects/ObjectPermissions/${id}`)).status).toBe(204)
    expect((await as(priya)('GET', '/sobjects/Account/describe')).status).toBe(404)
    expect((await query('SELECT Id FROM Account', priya)).body).toContain('INVALID_TYPE')
  })

  it('come through a permission set to a profile that has none', async () => {
    const ann = 'ann@acme-industrial.example'
    org.admin.createPermissionSet('Reader', { system: { ApiEnabled: true }, objects: { Contact: { read: true } } })
    org.admin.createUser({ username: ann, profile: 'Minimum Access - Salesforce' })
    expect(await json(await as(ann)('GET', '/limits'))).toMatchObject([{ errorCode: 'API_DISABLED_FOR_ORG' }])
    org.admin.assignPermissionSet(ann, 'Reader')
    expect((await query('SELECT Id FROM Contact', ann)).body).toContain('"totalSize":5')
    expect((await query('SELECT Id FROM Account', ann)).status).toBe(400)
    expect((await as(ann)('POST', '/sobjects/Contact', { LastName: 'New' })).status).toBe(400)
  })

  it('tick what they need, and untick what needs them', () => {
    org.admin.createPermissionSet('Cleaner', { objects: { Account: { delete: true } } })
    org.admin.createProfile('Nobody', { permissions: { objects: { Account: { create: true } } } })
    org.admin.createUser({ username: 'nobody@x.example', profile: 'Nobody' })
    expect(org.admin.permissions('nobody@x.example').objects.Account).toEqual({
      read: true,
      create: true,
      edit: false,
      delete: false,
    })
    org.admin.assignPermissionSet('nobody@x.example', 'Cleaner')
    expect(org.admin.permissions('nobody@x.example').objects.Account).toMatchObject({ edit: true, delete: true })
    org.admin.setPermissionSetPermissions('Cleaner', { objects: { Account: { read: false } } })
    expect(org.admin.permissions('nobody@x.example').objects.Account).toMatchObject({ create: true, edit: false })
  })

  it('refuse rows that need others, rows of objects without permissions, and second rows', async () => {
    const set = org.admin.createPermissionSet('P')
    const refused = async (cells: object) => {
      const response = await as()('POST', '/sobjects/ObjectPermissions', { ParentId: set, ...cells })
      return (await response.text()).match(/"errorCode":"(\w+)"/)?.[1]
    }
    expect(await refused({ SobjectType: 'Account', PermissionsEdit: true })).toBe('FIELD_INTEGRITY_EXCEPTION')
    expect(await refused({ SobjectType: 'User', PermissionsRead: true })).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST')
    expect(await refused({ SobjectType: 'Account', PermissionsRead: true })).toBeUndefined()
    expect(await refused({ SobjectType: 'Account', PermissionsRead: true })).toBe('DUPLICATE_VALUE')
  })
})

describe('users and profiles', () => {
  it('are made by name, and a clone gives what its model gives', async () => {
    org.admin.setProfilePermissions('Standard User', { fields: { 'Contact.Email': 'read' } })
    org.admin.createProfile('Integration', { like: 'Standard User', permissions: { objects: { Opportunity: { read: false } } } })
    const id = org.admin.createUser({ username: 'Bot@acme.example', profile: 'Integration', email: 'ops@acme.example' })
    expect(org.admin.record('User', id)).toMatchObject({ Email: 'ops@acme.example', IsActive: true, UserType: 'Standard' })
    const seen = await fieldsSeenBy('bot@acme.example', 'Contact')
    expect(seen.get('Email')).toMatchObject({ createable: false })
    expect((await query('SELECT Id FROM Opportunity', 'bot@acme.example')).status).toBe(400)
    expect((await query("SELECT Name FROM Profile WHERE Name = 'Integration'")).body).toContain('"totalSize":1')
    org.admin.setProfile('bot@acme.example', 'System Administrator')
    expect((await query('SELECT Id FROM Opportunity', 'bot@acme.example')).status).toBe(200)
  })

  it('can be made through the API by an administrator, with a username in the form of an address that nobody has', async () => {
    const [standard] = org.admin.find('Profile', { Name: 'Standard User' })
    const cells = { LastName: 'New', Email: 'a@b.example', Alias: 'new', ProfileId: standard?.Id }
    const post = (Username: string, username?: string) => as(username)('POST', '/sobjects/User', { ...cells, Username })
    expect((await post('new@acme.example')).status).toBe(201)
    expect(await json(await post('new'))).toMatchObject([{ errorCode: 'INVALID_EMAIL_ADDRESS' }])
    expect(await json(await post('NEW@acme.example'))).toMatchObject([{ errorCode: 'DUPLICATE_USERNAME' }])
    expect(await json(await post('other@acme.example', priya))).toMatchObject([{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }])
  })

  it('say what there is when something is named that is not', () => {
    const { admin } = org
    expect(() => admin.createUser({ username: 'a@b.example', profile: 'Boss' })).toThrow(
      'There is no profile "Boss". Choose one of: System Administrator, Standard User, Minimum Access - Salesforce.',
    )
    expect(() => admin.assignPermissionSet(priya, 'None')).toThrow('There is no permission set "None".')
    expect(() => admin.createProfile('Standard User')).toThrow('There is already a profile "Standard User".')
    const change = (fields: Record<string, 'none'>) => () => admin.setProfilePermissions('Standard User', { fields })
    expect(change({ 'Account.Colour': 'none' })).toThrow('There is no field "Account.Colour".')
    expect(change({ 'Account.Name': 'none' })).toThrow("Account.Name can't be closed")
    expect(change({ 'Profile.Name': 'none' })).toThrow(
      '"Profile" is no object with permissions. Choose one of: Account, Contact,',
    )
  })

  it('outlive a restart in a kept org, and end with a reset', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-permissions-'))
    const start = () => createOrg({ seed: 'tiny', app, keepIn: join(folder, 'org.jsonl') })
    const first = await start()
    first.admin.setProfilePermissions('Standard User', {
      objects: { Contact: { read: false } },
      fields: { 'Account.Site': 'none' },
    })
    first.admin.createPermissionSet('Site', { fields: { 'Account.Site': 'read' } })
    first.admin.createUser({ username: 'late@x.example', permissionSets: ['Site'] })
    const permissions = first.admin.permissions('late@x.example')
    expect([permissions.fields['Account.Site'], permissions.objects.Contact?.read]).toEqual(['read', false])
    await first.close()
    const second = await start()
    expect(second.admin.permissions('late@x.example')).toEqual(permissions)
    expect(second.admin.permissions(priya).fields['Account.Site']).toBe('none')
    second.reset()
    expect(second.admin.permissions(priya).fields['Account.Site']).toBe('edit')
    await second.close()
    rmSync(folder, { recursive: true })
  })
})
