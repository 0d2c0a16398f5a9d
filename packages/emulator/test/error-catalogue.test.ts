import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, faultAnswers, type EmulatedOrg } from '../src/index.ts'
import { app, tokensFor } from './sign-in.ts'

const priya = 'priya@acme-industrial.example'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

const idOf = (name: string) => String(org.admin.find('Account', { Name: name })[0]?.Id)

/** What a client sends. A body that is a text is sent as it is. */
interface Attempt {
  method?: string
  path: string
  body?: object | string
  /** Who sends it: the administrator unless told. */
  as?: string
}

interface Refusal {
  code: string
  message: string
  /** Left out where the error has no such key. */
  fields?: string[]
  status?: number
}

const create = (object: string, body: object | string): Attempt => ({ path: `/sobjects/${object}`, body })
const update = (object: string, id: string, body: object): Attempt => ({
  method: 'PATCH',
  path: `/sobjects/${object}/${id}`,
  body,
})

/** Each error with what really brings it about: what is set up in the org gives what the client then sends. */
const causes: readonly { name: string; attempt: () => Attempt; refusal: (attempt: Attempt) => Refusal }[] = [
  {
    name: 'a required field left out',
    attempt: () => create('Opportunity', { Name: 'Deal' }),
    refusal: () => ({
      code: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [StageName, CloseDate]',
      fields: ['StageName', 'CloseDate'],
    }),
  },
  {
    name: 'a column that is not there',
    attempt: () => create('Account', { Name: 'A', Nothing__c: 1 }),
    refusal: () => ({ code: 'INVALID_FIELD', message: "No such column 'Nothing__c' on sobject of type Account" }),
  },
  {
    name: 'a field that nobody can write',
    attempt: () => create('Account', { Name: 'A', MasterRecordId: idOf('Lakeside Foods') }),
    refusal: () => ({
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message:
        'Unable to create/update fields: MasterRecordId. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      fields: ['MasterRecordId'],
    }),
  },
  {
    name: 'a field that this user can only read',
    attempt() {
      org.admin.setPermissions(priya, { fields: { 'Account.Industry': 'read' } })
      return { ...create('Account', { Name: 'A', Industry: 'Machinery' }), as: priya }
    },
    refusal: () => ({
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message:
        'Unable to create/update fields: Industry. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      fields: ['Industry'],
    }),
  },
  {
    name: 'a text that is too long',
    attempt: () => create('Account', { Name: 'A', BillingCity: 'c'.repeat(41) }),
    refusal: () => ({
      code: 'STRING_TOO_LONG',
      message: `Billing City: data value too large: ${'c'.repeat(41)} (max length=40)`,
      fields: ['BillingCity'],
    }),
  },
  {
    name: 'a value that a restricted picklist lacks',
    attempt: () => create('Account', { Name: 'A', CleanStatus: 'Terrible' }),
    refusal: () => ({
      code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message: 'Clean Status: bad value for restricted picklist field: Terrible',
      fields: ['CleanStatus'],
    }),
  },
  {
    name: 'a date that is none',
    attempt: () => create('Opportunity', '{\n  "Name": "Deal",\n  "StageName": "Prospecting",\n  "CloseDate" : "tomorrow"\n}'),
    refusal: () => ({
      code: 'JSON_PARSER_ERROR',
      message:
        'Cannot deserialize instance of date from VALUE_STRING value tomorrow or request may be missing a required field at [line:4, column:17]',
    }),
  },
  {
    name: 'a validation rule',
    attempt() {
      org.admin.addValidationRule({
        object: 'Account',
        refuses: 'NumberOfEmployees < 0',
        message: 'Nobody?',
        field: 'NumberOfEmployees',
      })
      return create('Account', { Name: 'A', NumberOfEmployees: -1 })
    },
    refusal: () => ({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Nobody?', fields: ['NumberOfEmployees'] }),
  },
  {
    name: 'a validation rule that stands at the top of the page',
    attempt() {
      org.admin.addValidationRule({ object: 'Account', refuses: 'NumberOfEmployees < 0', message: 'Nobody?' })
      return create('Account', { Name: 'A', NumberOfEmployees: -1 })
    },
    refusal: () => ({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Nobody?', fields: [] }),
  },
  {
    name: 'a value that must be unique',
    attempt() {
      org.admin.addPryzmIdField('Account')
      org.admin.update('Account', idOf('Lakeside Foods'), { Pryzm_ID__c: 'P-1' })
      return create('Account', { Name: 'A', Pryzm_ID__c: 'P-1' })
    },
    refusal: () => ({
      code: 'DUPLICATE_VALUE',
      message: `duplicate value found: Pryzm_ID__c duplicates value on record with id: ${idOf('Lakeside Foods').slice(0, 15)}`,
      fields: [],
    }),
  },
  {
    name: 'a duplicate rule',
    attempt() {
      org.admin.addDuplicateRule({ object: 'Account', field: 'Name', action: 'block', message: 'Use one of these records?' })
      return create('Account', { Name: 'Lakeside Foods' })
    },
    refusal: () => ({ code: 'DUPLICATES_DETECTED', message: 'Use one of these records?' }),
  },
  {
    name: 'a row that another transaction holds',
    attempt() {
      org.faults.add({ locks: { ids: [idOf('Lakeside Foods')] } })
      return update('Account', idOf('Lakeside Foods'), { Site: 'HQ' })
    },
    refusal: () => ({
      code: 'UNABLE_TO_LOCK_ROW',
      message: `unable to obtain exclusive access to this record or 1 records: ${idOf('Lakeside Foods')}`,
      fields: [],
    }),
  },
  {
    name: 'a record that was deleted',
    attempt() {
      const id = idOf('Lakeside Foods')
      org.admin.delete('Account', id)
      return update('Account', id, { Site: 'HQ' })
    },
    refusal: () => ({ code: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [], status: 404 }),
  },
  {
    name: 'an object that is not there',
    attempt: () => create('Nothing', { Name: 'A' }),
    refusal: () => ({ code: 'NOT_FOUND', message: 'The requested resource does not exist', status: 404 }),
  },
  {
    name: 'an object that this user may not edit',
    attempt() {
      org.admin.setPermissions(priya, { objects: { Account: { edit: false } } })
      return { ...update('Account', idOf('Lakeside Foods'), { Site: 'HQ' }), as: priya }
    },
    refusal: () => ({ code: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights on object id', fields: [] }),
  },
  {
    name: 'an object that this user may not edit, in an org that answers 403 to it',
    attempt() {
      org.admin.change({ insufficientAccessStatus: 403 })
      org.admin.setPermissions(priya, { objects: { Account: { edit: false } } })
      return { ...update('Account', idOf('Lakeside Foods'), { Site: 'HQ' }), as: priya }
    },
    refusal: () => ({
      code: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: [],
      status: 403,
    }),
  },
  {
    name: 'a parent that this user cannot see',
    attempt() {
      org.admin.hideRecords(priya, [idOf('Lakeside Foods')])
      return { ...create('Contact', { LastName: 'Ng', AccountId: idOf('Lakeside Foods') }), as: priya }
    },
    refusal: () => ({
      code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      message: `insufficient access rights on cross-reference id: ${idOf('Lakeside Foods').slice(0, 15)}`,
      fields: [],
    }),
  },
  {
    name: 'a reference to a record of another object',
    attempt: () => create('Contact', { LastName: 'Ng', AccountId: String(org.admin.find('Opportunity')[0]?.Id) }),
    refusal: ({ body }) => ({
      code: 'MALFORMED_ID',
      message: `Account ID: id value of incorrect type: ${String(Object(body).AccountId)}`,
      fields: ['AccountId'],
    }),
  },
  {
    name: 'a reference to a record that is not there',
    attempt: () => create('Contact', { LastName: 'Ng', AccountId: '001000000000001AAA' }),
    refusal: () => ({ code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] }),
  },
  {
    name: 'a malformed e-mail address',
    attempt: () => create('Contact', { LastName: 'Ng', Email: 'nobody' }),
    refusal: () => ({ code: 'INVALID_EMAIL_ADDRESS', message: 'Email: invalid email address: nobody', fields: ['Email'] }),
  },
  {
    name: 'a number with too many digits',
    attempt: () => create('Account', { Name: 'A', NumberOfEmployees: 123_456_789 }),
    refusal: () => ({
      code: 'NUMBER_OUTSIDE_VALID_RANGE',
      message: 'Employees: value outside of valid range on numeric field: 123456789',
      fields: ['NumberOfEmployees'],
    }),
  },
  {
    name: 'a day of too many calls',
    attempt() {
      org.admin.setApiUsage(15_000)
      return create('Account', { Name: 'A' })
    },
    refusal: () => ({ code: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.', status: 403 }),
  },
  {
    name: 'too many calls at once, played by a fault',
    attempt() {
      org.faults.add({ path: '/sobjects', respond: faultAnswers.tooManyAtOnce })
      return create('Account', { Name: 'A' })
    },
    refusal: () => ({
      code: 'REQUEST_LIMIT_EXCEEDED',
      message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
      status: 403,
    }),
  },
  {
    name: 'an error within Salesforce, played by a fault',
    attempt() {
      org.faults.add({ path: '/sobjects', respond: faultAnswers.unknownException })
      return create('Account', { Name: 'A' })
    },
    refusal: () => ({
      code: 'UNKNOWN_EXCEPTION',
      message: 'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-1234567890)',
      status: 500,
    }),
  },
  {
    name: 'an Apex trigger, played by a fault',
    attempt() {
      org.faults.add({ path: '/sobjects', respond: faultAnswers.triggerFailed })
      return update('Account', idOf('Lakeside Foods'), { Site: 'HQ' })
    },
    refusal: () => ({
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      message: 'AccountTrigger: execution of BeforeUpdate caused by: System.NullPointerException',
      fields: [],
    }),
  },
]

describe('a write is refused for', () => {
  it.each(causes)('$name', async ({ attempt, refusal }) => {
    const asked = attempt()
    const { access_token = '' } = await tokensFor(org, asked.as)
    const before = org.admin.find('Account')
    const response = await fetch(`${org.url}/services/data/v67.0${asked.path}`, {
      method: asked.method ?? 'POST',
      headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
      body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body),
    })
    const errors: unknown = await response.json()
    const { code, message, fields, status = 400 } = refusal(asked)
    const [error, ...others] = Array.isArray(errors) ? errors : []
    expect([response.status, others]).toEqual([status, []])
    expect({ ...Object(error), duplicateResut: undefined }).toEqual({ errorCode: code, message, ...(fields ? { fields } : {}) })
    expect(org.admin.find('Account')).toEqual(before)
  })
})

describe('a collection is refused item by item for', () => {
  it('ids of another object, and of no record', async () => {
    const { access_token = '' } = await tokensFor(org)
    const [deal] = org.admin.find('Opportunity')
    const records = [deal?.Id, '001000000000001AAA'].map((id) => ({ attributes: { type: 'Account' }, id, Site: 'HQ' }))
    const response = await fetch(`${org.url}/services/data/v67.0/composite/sobjects`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ records }),
    })
    const malformed = `Account ID: id value of incorrect type: ${String(deal?.Id)}`
    expect(await response.json()).toMatchObject([
      { success: false, errors: [{ statusCode: 'MALFORMED_ID', message: malformed, fields: ['Id'] }] },
      {
        success: false,
        errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] }],
      },
    ])
  })
})
