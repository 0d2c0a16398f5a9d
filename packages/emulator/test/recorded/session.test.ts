import { afterAll, beforeAll, describe, expect } from 'vitest'
import { createOrg, type EmulatedOrg } from '../../src/index.ts'
import { app, caller, tokenRequest, tokensFor } from '../sign-in.ts'
import { itRecorded, recording } from './recordings.ts'
import { shapeDifferences } from './shape.ts'

let org: EmulatedOrg
let tokens: Record<string, string>
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app })
  tokens = await tokensFor(org)
  call = caller(org, tokens.access_token ?? '')
})
afterAll(() => org.close())

const get = async (path: string): Promise<unknown> => JSON.parse(await (await call('GET', path)).text())

describe('who a token belongs to', () => {
  for (const path of ['identity/identity_url_response.json', 'identity/identity_url_response_mobilesdk.json']) {
    itRecorded(`is told at the identity URL as in ${path}`, path, async () => {
      const response = await fetch(`${tokens.id}?format=json&oauth_token=${tokens.access_token}`)
      expect(shapeDifferences(await response.json(), recording(path))).toEqual([])
    })
  }

  itRecorded(
    'is told by userinfo in the order of a recording that was cut down',
    'amp-labs/metadata/write/user-info.json',
    async () => {
      const recorded = recording<object>('amp-labs/metadata/write/user-info.json')
      const ours = await get('/services/oauth2/userinfo')
      expect(shapeDifferences(ours, recorded, { open: ['$', '$.urls', '$.address'] })).toEqual([])
      expect(Object.keys(Object(ours))).toEqual(expect.arrayContaining(Object.keys(recorded)))
    },
  )
})

describe('tokens by hand-made samples of an old client', () => {
  const sample = (name: string) => recording<Record<string, unknown>>(`restforce/${name}_response.json`)

  itRecorded(
    'come with all that the samples have',
    ['restforce/auth_success_response.json', 'restforce/refresh_success_response.json', 'restforce/reauth_success_response.json'],
    async () => {
      // Type, scope and refresh token have come since, and no recording tells the order of the keys.
      expect(Object.keys(tokens)).toEqual(expect.arrayContaining(Object.keys(sample('auth_success'))))
      expect(tokens.issued_at).toMatch(/^\d{13}$/)
      const { body } = await tokenRequest(org, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' })
      tokens = { ...tokens, ...body }
      call = caller(org, tokens.access_token ?? '')
      for (const name of ['refresh_success', 'reauth_success']) {
        expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(sample(name))))
      }
    },
  )

  itRecorded('are refused in the same words', 'restforce/refresh_error_response.json', async () => {
    const refused = await tokenRequest(org, { grant_type: 'refresh_token', refresh_token: 'gone' })
    expect(refused).toEqual({ status: 400, body: sample('refresh_error') })
  })

  itRecorded('are dead in the same words', 'restforce/expired_session_response.json', async () => {
    const refused = await caller(org, 'dead')('GET', '/sobjects')
    expect([refused.status, await refused.json()]).toEqual([401, sample('expired_session')])
  })
})

describe('what an org allows', () => {
  itRecorded('is listed by the recorded names in their order', 'limits/playground-2022.json', async () => {
    // Those of single apps belong to the org.
    const open = ['DailyBulkApiBatches', 'DailyGenericStreamingApiEvents', 'DailyStreamingApiEvents'].map((name) => `$.${name}`)
    const recorded = recording<Record<string, object>>('limits/playground-2022.json')
    const ours = await get('/limits')
    expect(shapeDifferences(ours, recorded, { open })).toEqual([])
    expect(Object.keys(Object(ours))).toEqual(Object.keys(recorded))
  })

  const refusals = ['errors/403_REQUEST_LIMIT_EXCEEDED_total.json', 'errors/403_REQUEST_LIMIT_EXCEEDED_concurrent.json']
  itRecorded('is refused beyond it as recorded', refusals, async () => {
    const before = org.admin.apiUsage
    org.admin.setApiUsage(15_000)
    const refused = await call('GET', '/sobjects')
    org.admin.setApiUsage(before)
    const body: unknown = await refused.json()
    expect([refused.status, body]).toEqual([403, recording(refusals[0] ?? '')])
    expect(shapeDifferences(body, recording(refusals[1] ?? ''))).toEqual([])
  })

  itRecorded('is asked of versions that are listed', 'restforce/services_data_success_response.json', async () => {
    const ours: unknown = await (await fetch(`${org.url}/services/data`)).json()
    // The sample's keys stand in another order than those of every newer recording.
    const keys = (list: unknown) => Object.keys(Object(list)[0]).toSorted()
    expect(keys(ours)).toEqual(keys(recording('restforce/services_data_success_response.json')))
  })
})
