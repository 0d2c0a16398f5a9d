import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, customTextField, type EmulatedOrg } from '../src/index.ts'
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

const json = async (response: Response | Promise<Response>): Promise<unknown> => (await response).json()
const refused = async (path: string, body: object, method = 'POST') => {
  const response = await call(method, path, body)
  return { status: response.status, errors: await json(response) }
}

describe('create, read, update and delete', () => {
  it('makes a record and says where it is', async () => {
    const response = await call('POST', '/sobjects/Account', { Name: 'New & Sons', AnnualRevenue: 1200 })
    const body: { id: string } = JSON.parse(await response.text())
    expect(response.status).toBe(201)
    expect(body).toEqual({ id: expect.stringMatching(/^001\w{15}$/), success: true, errors: [] })
    expect(response.headers.get('Location')).toBe(`/services/data/v67.0/sobjects/Account/${body.id}`)
    const account = await connection.sobject('Account').retrieve(body.id)
    expect(account).toMatchObject({
      attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${body.id}` },
      Name: 'New & Sons',
      AnnualRevenue: 1200,
      OwnerId: org.admin.find('User', { Username: 'dana@acme-industrial.example' })[0]?.Id,
      BillingAddress: null,
    })
    expect(account.SystemModstamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/)
  })

  it('updates with 204 and no content type, deletes with 204, and then says that the entity is deleted', async () => {
    const id = org.admin.insert('Account', { Name: 'A' })
    const updated = await call('PATCH', `/sobjects/Account/${id}`, { Name: 'B' })
    expect([updated.status, updated.headers.get('Content-Type')]).toEqual([204, null])
    expect(org.admin.record('Account', id)?.Name).toBe('B')
    expect((await call('DELETE', `/sobjects/Account/${id}`)).status).toBe(204)
    const again = await call('DELETE', `/sobjects/Account/${id}`)
    expect(again.status).toBe(404)
    expect(await again.json()).toEqual([{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }])
  })

  it('takes 15-character ids and method overrides', async () => {
    const id = org.admin.insert('Account', { Name: 'A' })
    const response = await call('POST', `/sobjects/Account/${id.slice(0, 15)}?_HttpMethod=PATCH`, { Name: 'B' })
    expect(response.status).toBe(204)
    expect(org.admin.record('Account', id)?.Name).toBe('B')
  })

  it('stores e-mails in lower case, trims texts and stores empty ones as null', async () => {
    const { id } = await connection.sobject('Contact').create({ LastName: ' Ng ', FirstName: '', Email: 'A@B.COM' })
    expect(await connection.sobject('Contact').retrieve(id ?? '')).toMatchObject({
      LastName: 'Ng',
      FirstName: null,
      Name: 'Ng',
      Email: 'a@b.com',
    })
  })

  it('derives what follows from the stage of an opportunity', async () => {
    const fields = { Name: 'Deal', StageName: 'Closed Won', CloseDate: '2026-05-06', Amount: 200 }
    const { id } = await connection.sobject('Opportunity').create(fields)
    expect(await connection.sobject('Opportunity').retrieve(id ?? '')).toMatchObject({
      IsClosed: true,
      IsWon: true,
      Probability: 100,
      ForecastCategory: 'Closed',
      ExpectedRevenue: 200,
      FiscalYear: 2026,
      FiscalQuarter: 2,
      Fiscal: '2026 2',
    })
  })

  it('takes contacts and opportunities along when their account is deleted', () => {
    const account = org.admin.insert('Account', { Name: 'A' })
    const contact = org.admin.insert('Contact', { LastName: 'C', AccountId: account })
    org.admin.delete('Account', account)
    expect(org.admin.record('Contact', contact)?.IsDeleted).toBe(true)
  })
})

describe('refusals of a write', () => {
  it('asks for required fields', async () => {
    expect(await refused('/sobjects/Contact', { FirstName: 'Ann' })).toEqual({
      status: 400,
      errors: [{ message: 'Required fields are missing: [LastName]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }],
    })
  })

  it('names the label of a text that is too long', async () => {
    const name = 'x'.repeat(256)
    expect(await refused('/sobjects/Account', { Name: name })).toEqual({
      status: 400,
      errors: [
        {
          message: `Account Name: data value too large: ${name} (max length=255)`,
          errorCode: 'STRING_TOO_LONG',
          fields: ['Name'],
        },
      ],
    })
  })

  it('takes unknown values for open picklists and refuses them for restricted ones', async () => {
    const deal = { Name: 'D', StageName: 'In Progress', CloseDate: '2026-01-01' }
    expect((await call('POST', '/sobjects/Opportunity', deal)).status).toBe(201)
    expect(await refused('/sobjects/Account', { Name: 'A', CleanStatus: 'Terrible' })).toEqual({
      status: 400,
      errors: [
        {
          message: 'Clean Status: bad value for restricted picklist field: Terrible',
          errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
          fields: ['CleanStatus'],
        },
      ],
    })
  })

  it('refuses unknown columns, and fields nobody can write', async () => {
    expect(await refused('/sobjects/Account', { Name: 'A', AccountNumer: '1' })).toEqual({
      status: 400,
      errors: [{ message: "No such column 'AccountNumer' on sobject of type Account", errorCode: 'INVALID_FIELD' }],
    })
    expect(await refused('/sobjects/Contact', { LastName: 'C', Name: 'C' })).toMatchObject({
      status: 400,
      errors: [
        {
          errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
          message: expect.stringMatching(/^Unable to create\/update fields: Name\. Please check the security settings/),
          fields: ['Name'],
        },
      ],
    })
  })

  it('refuses malformed values with the words of each kind', async () => {
    const contact = (fields: object) => refused('/sobjects/Contact', { LastName: 'C', ...fields })
    expect(await contact({ Email: 'x' })).toMatchObject({
      errors: [{ errorCode: 'INVALID_EMAIL_ADDRESS', message: 'Email: invalid email address: x', fields: ['Email'] }],
    })
    expect(await contact({ AccountId: 'nonsense' })).toMatchObject({
      errors: [{ errorCode: 'MALFORMED_ID', message: 'Account ID: id value of incorrect type: nonsense', fields: ['AccountId'] }],
    })
    expect(await contact({ AccountId: '001000000000001AAA' })).toMatchObject({
      errors: [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] }],
    })
    expect(await contact({ Birthdate: '2026-02-30' })).toMatchObject({
      errors: [
        {
          errorCode: 'JSON_PARSER_ERROR',
          message: expect.stringContaining('instance of date from VALUE_STRING value 2026-02-30'),
        },
      ],
    })
    expect(await refused('/sobjects/Account', { Name: 'A', AnnualRevenue: 1e18 })).toMatchObject({
      errors: [{ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE', fields: ['AnnualRevenue'] }],
    })
  })

  it('refuses inactive owners and broken validation rules', async () => {
    const [inactive] = org.admin.find('User', { IsActive: false })
    expect(await refused('/sobjects/Account', { Name: 'A', OwnerId: inactive?.Id })).toMatchObject({
      errors: [{ errorCode: 'INACTIVE_OWNER_OR_USER' }],
    })
    org.admin.addValidationRule({
      object: 'Account',
      refuses: (row) => row.Site === null,
      message: 'Give a site.',
      field: 'Site',
    })
    expect(await refused('/sobjects/Account', { Name: 'A', Site: null })).toEqual({
      status: 400,
      errors: [{ message: 'Give a site.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Site'] }],
    })
  })

  it('refuses what the written condition of a validation rule holds for, also after fields have changed', async () => {
    const rule = { object: 'Account', message: 'Too few people.' }
    expect(() => org.admin.addValidationRule({ ...rule, refuses: 'People < 5' })).toThrow("No such column 'People'")
    org.admin.addValidationRule({ ...rule, refuses: "NumberOfEmployees < 5 AND Name LIKE 'Big%'" })
    const big = { Name: 'Big Pumps', NumberOfEmployees: 4 }
    expect(await refused('/sobjects/Account', big)).toMatchObject({ errors: [{ message: 'Too few people.' }] })
    org.admin.addPryzmIdField('Account')
    expect(await refused('/sobjects/Account', big)).toMatchObject({ errors: [{ message: 'Too few people.' }] })
    expect(org.admin.insert('Account', { ...big, NumberOfEmployees: 5 })).toMatch(/^001/)
  })

  it('refuses an Id in the body and an update of a missing record', async () => {
    expect(await refused('/sobjects/Account', { Id: '001', Name: 'A' })).toEqual({
      status: 400,
      errors: [{ message: 'The Id field should not be specified in the sobject data.', errorCode: 'INVALID_FIELD' }],
    })
    expect(await refused('/sobjects/Account/001000000000001AAA', { Name: 'A' }, 'PATCH')).toEqual({
      status: 404,
      errors: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    })
  })

  it('refuses users without the right to create or edit', async () => {
    const user = 'priya@acme-industrial.example'
    const [account] = org.admin.find('Account')
    org.admin.setPermissions(user, { objects: { Account: { create: false, edit: false } } })
    call = caller(org, (await connect(org, user)).accessToken ?? '')
    expect(await refused('/sobjects/Account', { Name: 'A' })).toMatchObject({
      errors: [{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }],
    })
    expect(await refused(`/sobjects/Account/${String(account?.Id)}`, { Name: 'A' }, 'PATCH')).toMatchObject({
      errors: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', fields: [] }],
    })
  })
})

describe('upsert by Pryzm_ID__c', () => {
  beforeEach(() => {
    org.admin.addPryzmIdField('Account')
    org.admin.addPryzmIdField('Contact')
  })

  it('creates with 201, then updates with 200', async () => {
    const path = '/sobjects/Account/Pryzm_ID__c/P-1'
    const first = await call('PATCH', path, { Name: 'A' })
    expect([first.status, await first.json()]).toEqual([
      201,
      { id: expect.any(String), success: true, errors: [], created: true },
    ])
    expect(first.headers.get('Location')).toMatch(/\/sobjects\/Account\/001/)
    const second = await call('PATCH', '/sobjects/Account/Pryzm_ID__c/p-1', { Name: 'B' })
    expect([second.status, await second.json()]).toMatchObject([200, { created: false }])
    expect(org.admin.find('Account', { Pryzm_ID__c: 'P-1' })).toMatchObject([{ Name: 'B' }])
  })

  it('answers 204 to an update at v45', async () => {
    await call('PATCH', '/sobjects/Account/Pryzm_ID__c/P-1', { Name: 'A' })
    const old = await call('PATCH', '/services/data/v45.0/sobjects/Account/Pryzm_ID__c/P-1', { Name: 'B' })
    expect([old.status, await old.text()]).toEqual([204, ''])
  })

  it('works through jsforce once the key is taken out of the body', async () => {
    const result = await connection.sobject('Account').upsert({ Pryzm_ID__c: 'P-9', Name: 'A' }, 'Pryzm_ID__c')
    expect(result).toMatchObject({ success: true, created: true })
  })

  it('refuses the key in the body', async () => {
    expect(await refused('/sobjects/Account/Pryzm_ID__c/P-1', { Pryzm_ID__c: 'P-1', Name: 'A' }, 'PATCH')).toEqual({
      status: 400,
      errors: [{ message: 'The Pryzm_ID__c field should not be specified in the sobject data.', errorCode: 'INVALID_FIELD' }],
    })
  })

  it('refuses a key that is no external id', async () => {
    expect(await refused('/sobjects/Account/Site/x', { Name: 'A' }, 'PATCH')).toEqual({
      status: 404,
      errors: [{ errorCode: 'NOT_FOUND', message: 'Provided external ID field does not exist or is not accessible: Site' }],
    })
  })

  it('answers 300 with the addresses when several records hold the value, and writes nothing', async () => {
    org.admin.addField('Account', customTextField('Code__c', { length: 20, externalId: true }))
    const ids = ['One', 'Two'].map((name) => org.admin.insert('Account', { Name: name, Code__c: 'same' }))
    const answer = await call('PATCH', '/sobjects/Account/Code__c/SAME', { Name: 'Three' })
    expect(answer.status).toBe(300)
    expect(await answer.json()).toEqual(ids.map((id) => `/services/data/v67.0/sobjects/Account/${id}`))
    expect(org.admin.find('Account', { Name: 'Three' })).toEqual([])
  })

  it('does not insert with updateOnly', async () => {
    expect((await call('PATCH', '/sobjects/Account/Pryzm_ID__c/P-1?updateOnly=true', { Name: 'A' })).status).toBe(404)
  })

  it('refuses a second record with the same value and names the first by its 15-character id', async () => {
    const id = org.admin.insert('Account', { Name: 'A', Pryzm_ID__c: 'P-1' })
    expect(await refused('/sobjects/Account', { Name: 'B', Pryzm_ID__c: 'p-1' })).toEqual({
      status: 400,
      errors: [
        {
          message: `duplicate value found: Pryzm_ID__c duplicates value on record with id: ${id.slice(0, 15)}`,
          errorCode: 'DUPLICATE_VALUE',
          fields: [],
        },
      ],
    })
  })

  it('finds parents by their external id', async () => {
    const account = org.admin.insert('Account', { Name: 'A', Pryzm_ID__c: 'P-1' })
    const path = '/sobjects/Contact/Pryzm_ID__c/C-1'
    expect((await call('PATCH', path, { LastName: 'C', Account: { Pryzm_ID__c: 'P-1' } })).status).toBe(201)
    expect(org.admin.find('Contact', { Pryzm_ID__c: 'C-1' })).toMatchObject([{ AccountId: account }])
    expect(await refused('/sobjects/Contact', { LastName: 'D', Account: { Pryzm_ID__c: 'P-2' } })).toEqual({
      status: 400,
      errors: [
        {
          message: 'Foreign key external ID: P-2 not found for field Pryzm_ID__c in entity Account',
          errorCode: 'INVALID_FIELD',
          fields: [],
        },
      ],
    })
  })
})
