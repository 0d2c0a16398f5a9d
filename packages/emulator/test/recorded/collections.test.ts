import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { createOrg, type EmulatedOrg } from '../../src/index.ts'
import { app, caller, tokensFor } from '../sign-in.ts'
import { itRecorded, recording } from './recordings.ts'
import { shapeDifferences } from './shape.ts'

let org: EmulatedOrg
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
})
beforeEach(async () => {
  org.reset()
  call = caller(org, (await tokensFor(org)).access_token ?? '')
})
afterAll(() => org.close())

const answer = async (method: string, path: string, body: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await call(method, path, body)
  return { status: response.status, body: JSON.parse(await response.text()) }
}
const contact = (fields: object) => ({ attributes: { type: 'Contact' }, ...fields })
const idOf = (LastName: string) => String(org.admin.find('Contact', { LastName })[0]?.Id)

describe('a collection', () => {
  const create = 'amp-labs/batch/create/contacts'
  const update = 'amp-labs/batch/update/contacts'

  itRecorded(
    'is created as recorded, from the recorded request',
    [`${create}/payload.json`, `${create}/success.json`],
    async () => {
      const ours = await answer('POST', '/composite/sobjects', recording(`${create}/payload.json`))
      expect(ours.status).toBe(200)
      expect(shapeDifferences(ours.body, recording(`${create}/success.json`))).toEqual([])
    },
  )

  itRecorded('rolls good records back in the recorded words', `${create}/partial-but-allOrNone.json`, async () => {
    const records = [contact({ FirstName: 'Siena' }), contact({ LastName: 'Blevins' })]
    const ours = await answer('POST', '/composite/sobjects', { allOrNone: true, records })
    expect(ours).toEqual({ status: 200, body: recording(`${create}/partial-but-allOrNone.json`) })
  })

  itRecorded('is refused when it is empty in the recorded words', `${create}/err-bad-request.json`, async () => {
    const ours = await answer('POST', '/composite/sobjects', { records: [] })
    expect(ours).toEqual({ status: 400, body: recording(`${create}/err-bad-request.json`) })
  })

  itRecorded('is updated as recorded', [`${update}/payload.json`, `${update}/success.json`], async () => {
    const { records } = recording<{ records: object[] }>(`${update}/payload.json`)
    const ids = [idOf('Chen'), idOf('Nobody')]
    const ours = await answer('PATCH', '/composite/sobjects', {
      allOrNone: false,
      records: records.map((record, index) => ({ ...record, id: ids[index] })),
    })
    expect(ours.status).toBe(200)
    expect(shapeDifferences(ours.body, recording(`${update}/success.json`))).toEqual([])
  })

  itRecorded('tells of each record without an id', `${update}/err-each-no-ids.json`, async () => {
    const records = [contact({ LastName: 'Dyer' }), contact({ LastName: 'Blevins' })]
    const ours = await answer('PATCH', '/composite/sobjects', { records })
    expect(ours).toEqual({ status: 200, body: recording(`${update}/err-each-no-ids.json`) })
  })

  itRecorded('rolls good updates back in the recorded words', `${update}/partial-but-allOrNone.json`, async () => {
    const records = [
      contact({ id: idOf('Chen'), LastName: 'Dyer' }),
      contact({ id: idOf('Nobody'), unknownField_LastName: 'Blevins' }),
    ]
    const ours = await answer('PATCH', '/composite/sobjects', { allOrNone: true, records })
    expect(ours).toEqual({ status: 200, body: recording(`${update}/partial-but-allOrNone.json`) })
  })

  itRecorded('tells of a malformed id as a sample has it', 'amp-labs/success-with-errors.json', async () => {
    const response = await call('DELETE', `/composite/sobjects?ids=001RM000003oLrB000`)
    // The sample is of one item, made by hand from documentation: the keys of its error are what is compared.
    const [item]: unknown[] = JSON.parse(await response.text())
    expect(shapeDifferences(item, recording('amp-labs/success-with-errors.json'), { open: ['$'] })).toEqual([])
  })
})

interface Exchange {
  request: { method: string; uri: string; body: { records?: object[]; compositeRequest?: { url: string }[] } }
  response: { status: number; body: unknown }
}

describe('a recorded session', () => {
  itRecorded(
    'of upserts in collections is answered in the same shape',
    'sessions/cumulusci/upsert_collections_session.json',
    async () => {
      const exchanges = recording<Exchange[]>('sessions/cumulusci/upsert_collections_session.json')
      for (const { request, response } of exchanges) {
        const path = new URL(request.uri.replace('vxx.0', 'v60.0'))
        // Ids belong to the recorded org: records that its second half updates are made anew here.
        const records = request.body?.records?.map((record) => ({ ...record, Id: null }))
        const ours = await answer(
          request.method,
          path.pathname.replace(/\/$/, '') + path.search,
          records && { ...request.body, records },
        )
        expect([request.uri, ours.status]).toEqual([request.uri, response.status])
        expect([request.uri, ...shapeDifferences(ours.body, response.body)]).toEqual([request.uri])
      }
    },
  )

  for (const name of ['composite_not_found', 'composite_reference_ids', 'composite_count_with_invalid_type']) {
    itRecorded(`of ${name.replaceAll('_', ' ')} is answered in the same shape`, `sessions/cumulusci/${name}.json`, async () => {
      for (const { request, response } of recording<Exchange[]>(`sessions/cumulusci/${name}.json`)) {
        const ours = await answer('POST', '/composite', JSON.parse(JSON.stringify(request.body).replaceAll('vxx.0', 'v60.0')))
        expect(ours.status).toBe(response.status)
        expect(shapeDifferences(ours.body, response.body)).toEqual([])
        expect(errorsOf(ours.body)).toEqual(errorsOf(response.body))
      }
    })
  }
})

/** The bodies of the parts that failed, and every part's status and reference. */
function errorsOf(body: unknown): unknown[] {
  const { compositeResponse }: { compositeResponse: { body: unknown; httpStatusCode: number; referenceId: string }[] } =
    Object(body)
  return compositeResponse.map(({ body: part, httpStatusCode, referenceId }) => [
    httpStatusCode,
    referenceId,
    httpStatusCode >= 400 ? part : undefined,
  ])
}
