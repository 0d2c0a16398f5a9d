import { describe, expect, it } from 'vitest'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let send: FreshOrg['send']
inFreshOrg((fresh) => ({ org, send } = fresh))

describe('a batch', () => {
  const read = (path: string) => ({ method: 'GET', url: `v67.0/${path}` })

  it('does independent requests, whose work stays, and counts each as a call', async () => {
    const [account] = org.admin.find('Account')
    const path = `sobjects/Account/${String(account?.Id)}`
    const before = org.admin.apiUsage
    const { status, answer } = await send('POST', '/composite/batch', {
      batchRequests: [
        { method: 'PATCH', url: `v67.0/${path}`, richInput: { Name: 'New' } },
        read(`${path}?fields=Name`),
        read('sobjects/Nothing'),
        read('limits/recordCount?sObjects=Account'),
      ],
    })
    expect([status, answer]).toEqual([
      200,
      {
        hasErrors: true,
        results: [
          { statusCode: 204, result: null },
          { statusCode: 200, result: expect.objectContaining({ Name: 'New' }) },
          { statusCode: 404, result: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] },
          { statusCode: 200, result: { sObjects: [{ count: 4, name: 'Account' }] } },
        ],
      },
    ])
    expect(org.admin.apiUsage).toBe(before + 4)
  })

  it('stops at an error when that is asked for', async () => {
    const batchRequests = [read('sobjects/Nothing'), read('limits/recordCount')]
    const { answer } = await send('POST', '/composite/batch', { haltOnError: true, batchRequests })
    expect(answer).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 404 }, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }],
    })
  })

  it('is refused as a whole beyond 25 requests, and for versions that are too old or too new', async () => {
    const status = async (...batchRequests: object[]) => (await send('POST', '/composite/batch', { batchRequests })).status
    expect(await status(...Array.from({ length: 25 }, () => read('limits')))).toBe(200)
    expect(await status(...Array.from({ length: 26 }, () => read('limits')))).toBe(400)
    expect(await status({ method: 'GET', url: 'v33.0/limits' })).toBe(400)
    expect(await status({ method: 'GET', url: 'v68.0/limits' })).toBe(400)
    expect(await status()).toBe(400)
  })
})
