import { describe, expect, it } from 'vitest'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let send: FreshOrg['send']
inFreshOrg((fresh) => ({ org, send } = fresh))

describe('trees', () => {
  const node = (type: string, referenceId: string, fields: object) => ({ attributes: { type, referenceId }, ...fields })
  const people = (...records: object[]) => ({ Contacts: { records } })

  it('are made with their children, and tell the ids level by level', async () => {
    const records = [
      node('Account', 'ref1', {
        name: 'Parent',
        numberOfEmployees: '100',
        ...people(node('Contact', 'ref2', { lastname: 'Smith' }), node('Contact', 'ref3', { lastname: 'Evans' })),
        ChildAccounts: {
          records: [node('Account', 'ref5', { Name: 'Child', ...people(node('Contact', 'ref6', { LastName: 'Ng' })) })],
        },
      }),
      node('Account', 'ref4', { name: 'Alone' }),
    ]
    const { status, answer } = await send('POST', '/composite/tree/Account', { records })
    const idOf = (object: string, field: string, value: string) => org.admin.find(object, { [field]: value })[0]?.Id
    expect([status, answer]).toEqual([
      201,
      {
        hasErrors: false,
        results: [
          { referenceId: 'ref1', id: idOf('Account', 'Name', 'Parent') },
          { referenceId: 'ref4', id: idOf('Account', 'Name', 'Alone') },
          { referenceId: 'ref2', id: idOf('Contact', 'LastName', 'Smith') },
          { referenceId: 'ref3', id: idOf('Contact', 'LastName', 'Evans') },
          { referenceId: 'ref5', id: idOf('Account', 'Name', 'Child') },
          { referenceId: 'ref6', id: idOf('Contact', 'LastName', 'Ng') },
        ],
      },
    ])
    expect(org.admin.find('Contact', { LastName: 'Smith' })).toMatchObject([{ AccountId: idOf('Account', 'Name', 'Parent') }])
    expect(org.admin.find('Account', { Name: 'Child' })).toMatchObject([{ ParentId: idOf('Account', 'Name', 'Parent') }])
    expect(org.admin.find('Contact', { LastName: 'Ng' })).toMatchObject([{ AccountId: idOf('Account', 'Name', 'Child') }])
    expect(org.admin.find('Account', { Name: 'Parent' })).toMatchObject([{ NumberOfEmployees: 100 }])
  })

  it('are not made at all when one record is refused, and tell of that one alone', async () => {
    const records = [
      node('Account', 'ref1', { Name: 'Parent', ...people(node('Contact', 'ref2', { LastName: 'S', Email: '123' })) }),
    ]
    expect(await send('POST', '/composite/tree/Account', { records })).toEqual({
      status: 400,
      answer: {
        hasErrors: true,
        results: [
          {
            referenceId: 'ref2',
            errors: [{ statusCode: 'INVALID_EMAIL_ADDRESS', message: 'Email: invalid email address: 123', fields: ['Email'] }],
          },
        ],
      },
    })
    expect(org.admin.find('Account', { Name: 'Parent' })).toEqual([])
  })

  it('are refused for reference ids that are missing or there twice', async () => {
    const twice = [node('Account', 'ref1', { Name: 'A' }), node('Account', 'ref1', { Name: 'B' })]
    const refused = {
      referenceId: 'ref1',
      errors: [{ statusCode: 'INVALID_INPUT', message: 'Duplicate ReferenceId provided in the request.', fields: [] }],
    }
    expect(await send('POST', '/composite/tree/Account', { records: twice })).toEqual({
      status: 400,
      answer: { hasErrors: true, results: [refused, refused] },
    })
    const missing = await send('POST', '/composite/tree/Account', { records: [{ attributes: { type: 'Account' }, Name: 'A' }] })
    expect(missing.answer).toEqual([
      { message: 'Include a reference ID for each record in the request.', errorCode: 'INVALID_INPUT' },
    ])
  })

  it('are refused beyond 200 records and five levels', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => node('Account', `r${at}`, { Name: 'N' }))
    expect((await send('POST', '/composite/tree/Account', { records: many(200) })).status).toBe(201)
    expect((await send('POST', '/composite/tree/Account', { records: many(201) })).status).toBe(400)
    const deep = (levels: number): object =>
      node('Account', `deep${levels}`, { Name: 'D', ...(levels > 1 ? { ChildAccounts: { records: [deep(levels - 1)] } } : {}) })
    expect((await send('POST', '/composite/tree/Account', { records: [deep(5)] })).status).toBe(201)
    expect((await send('POST', '/composite/tree/Account', { records: [deep(6)] })).status).toBe(400)
  })
})
