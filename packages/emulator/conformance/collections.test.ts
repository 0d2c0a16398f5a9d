import { expect } from 'vitest'
import { connect } from '../test/sign-in.ts'
import { jsonCaller } from './json-call.ts'
import { onEmulator } from './scenario.ts'

const contact = { attributes: { type: 'Contact' } }
const [good, bad] = [
  { ...contact, LastName: 'Good' },
  { ...contact, FirstName: 'Bad' },
]
const badItem = {
  success: false,
  errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] }],
}
const rolledBackItem = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
}

onEmulator(46, async (org) => {
  const call = await jsonCaller(org)
  const together = await call('POST', '/composite/sobjects', { allOrNone: true, records: [bad, good] })
  expect([together.status, together.body]).toEqual([200, [badItem, rolledBackItem]])
  expect(org.admin.find('Contact', { LastName: 'Good' })).toEqual([])

  const apart = await call('POST', '/composite/sobjects', { allOrNone: false, records: [good, bad] })
  const [made] = org.admin.find('Contact', { LastName: 'Good' })
  expect([apart.status, apart.body]).toEqual([200, [{ id: made?.Id, success: true, errors: [] }, badItem]])

  const results = await (await connect(org)).sobject('Contact').create([{ LastName: 'Good' }, { FirstName: 'Bad' }])
  expect(results).toMatchObject([{ success: true }, badItem])
})

onEmulator(47, async (org) => {
  const call = await jsonCaller(org)
  for (const [method, path] of [
    ['POST', '/composite/sobjects'],
    ['PATCH', '/composite/sobjects'],
    ['DELETE', '/composite/sobjects'],
  ] as const) {
    const empty = await call(method, path, method === 'DELETE' ? undefined : { allOrNone: false, records: [] })
    const refusal = { message: 'At least 1 record is required', errorCode: 'REQUIRED_FIELD_MISSING' }
    expect([method, empty.status, empty.body]).toEqual([method, 400, [refusal]])
  }
  const bare = await call('POST', '/composite/sobjects', { records: [{ LastName: 'Bare' }, good] })
  const message = 'Nested object for polymorphic foreign key must have an attributes field before any other fields.'
  expect([bare.status, bare.body]).toEqual([
    200,
    [
      { success: false, errors: [{ statusCode: 'JSON_PARSER_ERROR', message, fields: [] }] },
      { id: expect.any(String), success: true, errors: [] },
    ],
  ])
  expect(org.admin.find('Contact', { LastName: 'Bare' })).toEqual([])
})
