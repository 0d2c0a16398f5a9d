import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, faultAnswers, type EmulatedOrg } from '../src/index.ts'
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

const statuses = async (count: number) => {
  const seen: number[] = []
  for (let at = 0; at < count; at++) seen.push((await call('GET', '/limits')).status)
  return seen
}

describe('a fault', () => {
  it('strikes a counted number of matching requests, after those it lets pass', async () => {
    const fault = org.faults.add({ path: '/limits', skip: 1, times: 2, respond: faultAnswers.serverUnavailable })
    expect(await statuses(5)).toEqual([200, 503, 503, 200, 200])
    expect(fault.hits).toBe(2)
    expect((await call('GET', '/sobjects')).status).toBe(200)
  })

  it('is matched by method and pattern, and ends when removed', async () => {
    const fault = org.faults.add({ method: 'PATCH', path: /sobjects\/Account/g, times: 9, respond: faultAnswers.lockedRow })
    const [account] = org.admin.find('Account')
    const path = `/sobjects/Account/${String(account?.Id)}`
    await expect(connection.sobject('Account').update({ Id: String(account?.Id), Name: 'X' })).rejects.toMatchObject({
      errorCode: 'UNABLE_TO_LOCK_ROW',
    })
    expect((await call('GET', path)).status).toBe(200)
    fault.remove()
    expect((await call('PATCH', path, { Name: 'X' })).status).toBe(204)
  })

  it('is ridden out by jsforce on GET when it is short', async () => {
    org.faults.add({ path: '/query', times: 1, respond: faultAnswers.serverUnavailable })
    expect((await connection.query('SELECT Id FROM Account')).totalSize).toBe(4)
  })

  it('can lose the answer after the work was done', async () => {
    org.faults.add({ method: 'POST', path: '/sobjects/Account', cutAfterBytes: 0 })
    await expect(call('POST', '/sobjects/Account', { Name: 'Lost' }).then((response) => response.text())).rejects.toThrow(
      /fetch failed|terminated|other side closed/,
    )
    expect(org.admin.find('Account', { Name: 'Lost' })).toHaveLength(1)
  })

  it('can break an answer off in the middle', async () => {
    org.faults.add({ path: '/describe', cutAfterBytes: 100 })
    await expect(call('GET', '/sobjects/Account/describe').then((response) => response.text())).rejects.toThrow(
      /fetch failed|terminated|other side closed/,
    )
  })

  it('can answer with an error although the write took place', async () => {
    org.faults.add({ method: 'POST', afterWork: true, respond: faultAnswers.unknownException })
    expect((await call('POST', '/sobjects/Account', { Name: 'Written' })).status).toBe(500)
    expect(org.admin.find('Account', { Name: 'Written' })).toHaveLength(1)
  })

  it('can answer with HTML and hold the answer back', async () => {
    org.faults.add({ latencyMs: 30, respond: faultAnswers.maintenancePage })
    const start = performance.now()
    const answer = await call('GET', '/limits')
    expect(performance.now() - start).toBeGreaterThan(25)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
  })

  it('is forgotten with a reset, and shown requests are too', async () => {
    org.faults.add({ times: 100, respond: faultAnswers.dailyLimit })
    await call('GET', '/limits')
    expect(org.admin.requests.at(-1)).toMatchObject({ method: 'GET', path: '/services/data/v67.0/limits', status: 403 })
    org.reset()
    expect(org.admin.requests).toEqual([])
    expect((await caller(org, (await connect(org)).accessToken ?? '')('GET', '/limits')).status).toBe(200)
  })
})
