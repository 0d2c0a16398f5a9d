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

const field = {
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

const idOf = async (response: Response): Promise<string> => {
  const body: { id: string } = JSON.parse(await response.text())
  return body.id
}
const post = async (object: string, body: object) => idOf(await call('POST', `/sobjects/${object}`, body))

async function seesPryzmId(on: Connection = connection): Promise<boolean> {
  const { fields } = await on.describe('Account')
  return fields.some(({ name }) => name === 'Pryzm_ID__c')
}

describe('a custom field made by API', () => {
  it('is invisible to everybody until a permission set opens it', async () => {
    const made = await call('POST', '/tooling/sobjects/CustomField', field)
    expect(made.status).toBe(201)
    expect(await seesPryzmId()).toBe(false)
    await expect(connection.query('SELECT Pryzm_ID__c FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' })

    const set = await post('PermissionSet', { Name: 'Pryzm', Label: 'Pryzm' })
    const grant = { SobjectType: 'Account', Field: 'Account.Pryzm_ID__c', PermissionsRead: true, PermissionsEdit: true }
    await post('FieldPermissions', { ParentId: set, ...grant })
    expect(await seesPryzmId()).toBe(false)
    const [dana] = org.admin.find('User', { Username: 'dana@acme-industrial.example' })
    await post('PermissionSetAssignment', { AssigneeId: dana?.Id, PermissionSetId: set })
    expect(await seesPryzmId()).toBe(true)
    expect(await seesPryzmId(await connect(org, 'priya@acme-industrial.example'))).toBe(false)
    expect((await call('PATCH', '/sobjects/Account/Pryzm_ID__c/P-1', { Name: 'A' })).status).toBe(201)
  })

  it('is refused a second time', async () => {
    await call('POST', '/tooling/sobjects/CustomField', field)
    const again = await call('POST', '/tooling/sobjects/CustomField', field)
    expect(again.status).toBe(400)
    expect(await again.json()).toMatchObject([{ errorCode: 'DUPLICATE_DEVELOPER_NAME' }])
  })

  it('shows up in Tooling queries and can be deleted', async () => {
    const id = await idOf(await call('POST', '/tooling/sobjects/CustomField', field))
    const soql = "SELECT Id, DeveloperName FROM CustomField WHERE TableEnumOrId = 'Account' AND DeveloperName = 'Pryzm_ID'"
    expect((await connection.tooling.query(soql)).records).toMatchObject([{ Id: id, DeveloperName: 'Pryzm_ID' }])
    expect((await call('DELETE', `/tooling/sobjects/CustomField/${id}`)).status).toBe(204)
    expect((await connection.tooling.query(soql)).totalSize).toBe(0)
  })

  it('can only be made by users who may customize the org', async () => {
    const salesperson = await connect(org, 'priya@acme-industrial.example')
    const refused = await caller(org, salesperson.accessToken ?? '')('POST', '/tooling/sobjects/CustomField', field)
    expect(refused.status).toBe(403)
  })
})

describe('permission sets', () => {
  it('refuse a second assignment in the words of Salesforce', async () => {
    const set = await post('PermissionSet', { Name: 'P', Label: 'P' })
    const [dana] = org.admin.find('User', { Username: 'dana@acme-industrial.example' })
    const assignment = { AssigneeId: dana?.Id, PermissionSetId: set }
    await post('PermissionSetAssignment', assignment)
    const again = await call('POST', '/sobjects/PermissionSetAssignment', assignment)
    expect(await again.json()).toEqual([
      {
        message: `Duplicate PermissionSetAssignment.  Assignee: ${String(dana?.Id).slice(0, 15)}; Permission Set: ${set.slice(0, 15)}`,
        errorCode: 'DUPLICATE_VALUE',
        fields: ['AssigneeId', 'PermissionSetId'],
      },
    ])
  })

  it('give edit access only together with read access, and not for fields that have no permissions', async () => {
    const set = await post('PermissionSet', { Name: 'P', Label: 'P' })
    const grant = (fieldName: string, read: boolean) =>
      call('POST', '/sobjects/FieldPermissions', {
        ParentId: set,
        SobjectType: 'Account',
        Field: fieldName,
        PermissionsRead: read,
        PermissionsEdit: true,
      })
    expect((await grant('Account.Industry', false)).status).toBe(400)
    expect((await grant('Account.Name', true)).status).toBe(400)
    expect((await grant('Account.Industry', true)).status).toBe(201)
  })

  it('belong to profiles too, whose flags a query can read', async () => {
    const { records } = await connection.query(
      "SELECT Profile.Name, Profile.PermissionsApiEnabled FROM User WHERE Username = 'dana@acme-industrial.example'",
    )
    expect(records).toMatchObject([{ Profile: { Name: 'System Administrator', PermissionsApiEnabled: true } }])
  })
})

describe('installed packages', () => {
  it('are listed by the Tooling API with their namespace', async () => {
    const soql = 'SELECT Id, SubscriberPackage.NamespacePrefix FROM InstalledSubscriberPackage'
    expect((await connection.tooling.query(soql)).totalSize).toBe(0)
    org.admin.installPackage('Pryzm', 'pryzm')
    expect((await connection.tooling.query(soql)).records).toMatchObject([{ SubscriberPackage: { NamespacePrefix: 'pryzm' } }])
  })
})

describe('the kind of an org', () => {
  it.each([
    ['production', { IsSandbox: false, OrganizationType: 'Enterprise Edition', TrialExpirationDate: null }],
    ['developer', { IsSandbox: false, OrganizationType: 'Developer Edition', TrialExpirationDate: null }],
    ['sandbox', { IsSandbox: true, TrialExpirationDate: null }],
    ['scratch', { IsSandbox: true, TrialExpirationDate: expect.stringMatching(/\+0000$/) }],
  ] as const)('%s shows in the Organization row', async (kind, expected) => {
    org.admin.setKind(kind)
    const soql =
      'SELECT Id, Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix, OrganizationType FROM Organization'
    expect((await connection.query(soql)).records).toMatchObject([{ Name: 'Acme Industrial', ...expected }])
  })
})

describe('the edition of an org', () => {
  it('is that of its kind unless it is told', async () => {
    const other = await createOrg({ seed: tinySalesOrg, kind: 'sandbox', edition: 'Unlimited Edition' })
    expect(other.admin.find('Organization')).toMatchObject([{ IsSandbox: true, OrganizationType: 'Unlimited Edition' }])
    await other.close()
  })
})

describe('the API as a whole', () => {
  it('lists its versions without a session', async () => {
    const response = await fetch(`${org.url}//services/data/`)
    const versions: { version: string; label: string }[] = JSON.parse(await response.text())
    expect(response.headers.get('Sforce-Limit-Info')).toBeNull()
    expect(versions.at(0)).toMatchObject({ version: '31.0', label: "Summer '14" })
    expect(versions.find(({ version }) => version === '66.0')).toMatchObject({ label: "Spring '26", url: '/services/data/v66.0' })
    expect(versions.at(-1)?.version).toBe('67.0')
  })

  it('does not know future versions, and retired ones are gone', async () => {
    const future = await call('GET', '/services/data/v99.0/sobjects')
    expect([future.status, await future.text()]).toEqual([
      404,
      '[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]',
    ])
    expect((await call('GET', '/services/data/v30.0/sobjects')).status).toBe(410)
    expect((await call('GET', '/sobjects/Foo')).status).toBe(404)
  })

  it('counts calls in a header and in the limits, and refuses when the day is used up', async () => {
    const first = await call('GET', '/sobjects')
    expect(first.headers.get('Sforce-Limit-Info')).toMatch(/^api-usage=\d+\/15000$/)
    expect(first.headers.get('Content-Type')).toBe('application/json;charset=UTF-8')
    const before = org.admin.apiUsage
    await call('GET', '/sobjects')
    expect(org.admin.apiUsage).toBe(before + 1)
    org.admin.setApiUsage(15_000)
    const refused = await call('GET', '/limits')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toEqual([{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }])
    org.admin.setApiUsage(100)
    expect(await (await call('GET', '/limits')).json()).toMatchObject({ DailyApiRequests: { Max: 15_000, Remaining: 14_899 } })
  })

  it('says of resources that it lacks that it is the emulator that lacks them', async () => {
    for (const path of [
      '/search?q=FIND {x}',
      '/graphql',
      '/analytics/reports',
      '/tooling/executeAnonymous',
      '/services/Soap/m/67.0',
    ]) {
      const refused = await call('GET', path)
      expect([path, refused.status]).toEqual([path, 501])
      expect(await refused.json()).toMatchObject([{ errorCode: 'EMULATOR_LIMIT' }])
    }
    expect((await call('GET', '/nothing-of-the-kind')).status).toBe(404)
  })

  it('counts records', async () => {
    expect(await (await call('GET', '/limits/recordCount?sObjects=Account,Contact')).json()).toEqual({
      sObjects: [
        { count: 4, name: 'Account' },
        { count: 5, name: 'Contact' },
      ],
    })
  })

  it('names the methods a resource allows', async () => {
    const refused = await call('PATCH', '/sobjects/Account', {})
    expect([refused.status, await refused.json()]).toEqual([
      405,
      [{ message: "HTTP Method 'PATCH' not allowed. Allowed are HEAD,GET,POST", errorCode: 'METHOD_NOT_ALLOWED' }],
    ])
  })

  it('prints prettily and compresses when asked', async () => {
    const pretty = await call('GET', '/limits/recordCount?sObjects=Account', undefined, { 'X-PrettyPrint': '1' })
    expect(await pretty.text()).toContain('"name" : "Account"')
    const zipped = await call('GET', '/sobjects/Account/describe', undefined, { 'Accept-Encoding': 'gzip' })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
  })

  it('lists its resources and leads jsforce to the identity of the user', async () => {
    expect(await (await call('GET', '')).json()).toMatchObject({
      sobjects: '/services/data/v67.0/sobjects',
      query: '/services/data/v67.0/query',
    })
    expect((await connection.identity()).username).toBe('dana@acme-industrial.example')
  })

  it('refuses addresses that are too long, and headers with them', async () => {
    const longQuery = await call('GET', `/query?q=${'x'.repeat(17_000)}`)
    expect([longQuery.status, await longQuery.text()]).toEqual([414, expect.stringContaining('URI Too Long')])
    expect((await call('GET', `/query?q=${'x'.repeat(10_000)}`, undefined, { 'X-Long': 'y'.repeat(8_000) })).status).toBe(431)
  })

  it('gives the Salesforce CLI the columns of a query instead of rows', async () => {
    const answer = await call('GET', `/query?q=${encodeURIComponent('SELECT Id, Account.Name FROM Contact')}&columns=true`)
    expect(await answer.json()).toMatchObject({
      entityName: 'Contact',
      columnMetadata: [{ columnName: 'Id' }, { columnName: 'Account', joinColumns: [{ columnName: 'Name' }] }],
    })
  })
})
