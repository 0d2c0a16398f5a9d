import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect } from './sign-in.ts'

let org: EmulatedOrg
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app })
})
beforeEach(async () => {
  org.reset()
  call = caller(org, (await connect(org)).accessToken ?? '')
})
afterAll(() => org.close())

const send = async (method: string, path: string, body?: object) => {
  const response = await call(method, path, body)
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}
const contact = { attributes: { type: 'Contact' } }

describe('collections', () => {
  it('tell each record its own fate, with statusCode', async () => {
    const records = [
      { ...contact, LastName: 'Good' },
      { ...contact, FirstName: 'Bad' },
    ]
    expect(await send('POST', '/composite/sobjects', { allOrNone: false, records })).toEqual({
      status: 200,
      answer: [
        { id: expect.stringMatching(/^003/), success: true, errors: [] },
        {
          success: false,
          errors: [
            { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] },
          ],
        },
      ],
    })
    expect(org.admin.find('Contact', { LastName: 'Good' })).toHaveLength(1)
  })

  it('take everything back when one fails and allOrNone is asked for', async () => {
    const records = [
      { ...contact, LastName: 'Good' },
      { ...contact, FirstName: 'Bad' },
    ]
    const { answer } = await send('POST', '/composite/sobjects', { allOrNone: true, records })
    expect(answer).toMatchObject([
      {
        success: false,
        errors: [
          {
            statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
          },
        ],
      },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ])
    expect(org.admin.find('Contact', { LastName: 'Good' })).toEqual([])
    const [maya] = org.admin.find('Contact', { LastName: 'Chen' })
    const updates = [
      { ...contact, id: maya?.Id, Title: 'CEO' },
      { ...contact, LastName: 'No id' },
    ]
    await send('PATCH', '/composite/sobjects', { allOrNone: true, records: updates })
    expect(org.admin.record('Contact', String(maya?.Id))).toMatchObject({ Title: 'Buyer', SystemModstamp: maya?.SystemModstamp })
  })

  it('refuse empty lists, records without attributes and updates without an id', async () => {
    expect(await send('POST', '/composite/sobjects', { records: [] })).toEqual({
      status: 400,
      answer: [{ message: 'At least 1 record is required', errorCode: 'REQUIRED_FIELD_MISSING' }],
    })
    expect((await send('POST', '/composite/sobjects', { records: [{ LastName: 'X' }] })).answer).toMatchObject([
      { success: false, errors: [{ statusCode: 'JSON_PARSER_ERROR' }] },
    ])
    expect((await send('PATCH', '/composite/sobjects', { records: [{ ...contact, LastName: 'X' }] })).answer).toEqual([
      { success: false, errors: [{ statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: [] }] },
    ])
  })

  it('upsert by an external id that stands in the record', async () => {
    org.admin.addPryzmIdField('Contact')
    const records = [
      { ...contact, Pryzm_ID__c: 'C-1', LastName: 'One' },
      { ...contact, Pryzm_ID__c: 'C-2' },
    ]
    expect((await send('PATCH', '/composite/sobjects/Contact/Pryzm_ID__c', { records })).answer).toMatchObject([
      { success: true, created: true },
      { success: false, created: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ])
    const again = await send('PATCH', '/composite/sobjects/Contact/Pryzm_ID__c', { records: records.slice(0, 1) })
    expect(again.answer).toMatchObject([{ success: true, created: false }])
  })

  it('read and delete by id', async () => {
    const ids = org.admin.find('Contact').map((row) => String(row.Id))
    const [first = '', second = ''] = ids
    expect(
      (await send('POST', '/composite/sobjects/Contact', { ids: [first, '003000000000001AAA'], fields: ['LastName'] })).answer,
    ).toEqual([{ attributes: expect.any(Object), LastName: 'Chen' }, null])
    const deleted = await send('DELETE', `/composite/sobjects?ids=${first},${second}&allOrNone=true`)
    expect(deleted.answer).toMatchObject([
      { id: first, success: true },
      { id: second, success: true },
    ])
    expect(org.admin.find('Contact')).toHaveLength(ids.length - 2)
  })
})
