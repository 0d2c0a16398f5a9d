import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, faultAnswers, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, caller, connect, tokenRequest, tokensFor } from './sign-in.ts'

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

describe('a fault chooses requests', () => {
  it('by the text of the body, which the org still reads', async () => {
    org.faults.add({ method: 'POST', body: /"Name":"Bad/, times: 9, respond: faultAnswers.triggerFailed })
    const post = async (Name: string) => (await call('POST', '/sobjects/Account', { Name })).status
    expect([await post('Good'), await post('Bad luck'), await post('Better')]).toEqual([201, 400, 201])
    expect(org.admin.find('Account', { Name: 'Good' })).toHaveLength(1)
  })

  it('by a parameter of the query, decoded', async () => {
    org.faults.add({ query: { q: 'FROM Contact' }, times: 9, respond: faultAnswers.queryTimeout })
    const ask = async (soql: string) => (await call('GET', `/query?q=${encodeURIComponent(soql)}`)).status
    expect([await ask('SELECT Id FROM Account'), await ask('SELECT Id FROM Contact')]).toEqual([200, 400])
    expect((await call('GET', '/limits')).status).toBe(200)
  })

  it('and is refused when it says things that do not go together', () => {
    expect(() => org.faults.add({ locks: {}, path: '/query' })).toThrow('leave out "locks" or "path"')
    expect(() => org.faults.add({ afterWork: true })).toThrow('"afterWork" needs "respond"')
    expect(() => org.faults.add({ respond: { status: 99 } })).toThrow('99 is no status')
    expect(() => org.faults.add({ respond: { status: 204, body: 'x' } })).toThrow('has no body')
  })
})

describe('a fault of the connection', () => {
  const broken = /fetch failed|terminated|other side closed/

  it('can break it before any work', async () => {
    org.faults.add({ method: 'POST', path: '/sobjects/Account', cutBeforeWork: true })
    await expect(call('POST', '/sobjects/Account', { Name: 'Never' })).rejects.toThrow(broken)
    expect(org.admin.find('Account', { Name: 'Never' })).toEqual([])
  })

  it('can hold the body back after the headers were sent', async () => {
    org.faults.add({ path: '/limits', bodyLatencyMs: 80 })
    const answer = await call('GET', '/limits')
    const start = performance.now()
    expect(await answer.json()).toHaveProperty('DailyApiRequests')
    expect(performance.now() - start).toBeGreaterThan(50)
  })

  it('can let the body trickle, and lose nothing of it', async () => {
    const whole = await (await call('GET', '/sobjects/OpportunityStage/describe')).text()
    org.faults.add({ path: '/describe', drip: { bytes: Math.ceil(whole.length / 5), everyMs: 15 } })
    const start = performance.now()
    const plain = { 'Accept-Encoding': 'identity' }
    expect(await (await call('GET', '/sobjects/OpportunityStage/describe', undefined, plain)).text()).toBe(whole)
    expect(performance.now() - start).toBeGreaterThan(45)
  })
})

describe('a fault of the sign-in', () => {
  it('ends the access token of a caller, who can refresh it', async () => {
    org.faults.addPreset('expired-session')
    const refreshed = new Promise((resolve) => connection.once('refresh', resolve))
    expect((await connection.query('SELECT Id FROM Account')).totalSize).toBe(4)
    await refreshed
    expect((await call('GET', '/limits')).status).toBe(401)
  })

  it('revokes the approval of a caller, who cannot refresh then', async () => {
    org.faults.addPreset('revoked-grant')
    await expect(connection.query('SELECT Id FROM Account')).rejects.toThrow('expired access/refresh token')
  })

  it('plays another process that was quicker to use the refresh token', async () => {
    const { refresh_token = '' } = await tokensFor(org)
    org.faults.addPreset('rotation-race')
    const refresh = () => tokenRequest(org, { grant_type: 'refresh_token', refresh_token })
    expect(await refresh()).toMatchObject({ status: 400, body: { error_description: 'expired access/refresh token' } })
    expect(org.faults.list()).toEqual([])
  })
})

describe('a fault that locks records', () => {
  it('strikes them however they are written, and counts them', async () => {
    const [first, second] = org.admin.find('Account').map((row) => String(row.Id))
    const fault = org.faults.add({ locks: { ids: [String(first).slice(0, 15)] }, times: 2 })
    const locked = { errorCode: 'UNABLE_TO_LOCK_ROW', message: expect.stringContaining(String(first)) }
    expect(await (await call('PATCH', `/sobjects/Account/${first}`, { Site: 'A' })).json()).toMatchObject([locked])
    const records = [first, second].map((id) => ({ attributes: { type: 'Account' }, id, Site: 'B' }))
    expect(await (await call('PATCH', '/composite/sobjects', { allOrNone: false, records })).json()).toMatchObject([
      { success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }] },
      { success: true },
    ])
    expect(fault.remaining).toBe(0)
    expect((await call('PATCH', `/sobjects/Account/${first}`, { Site: 'C' })).status).toBe(204)
  })

  it('can choose them by object, and leaves others alone', async () => {
    org.faults.add({ locks: { objects: ['contact'] } })
    const [account] = org.admin.find('Account')
    const [contact] = org.admin.find('Contact')
    expect((await call('PATCH', `/sobjects/Account/${String(account?.Id)}`, { Site: 'A' })).status).toBe(204)
    expect((await call('DELETE', `/sobjects/Contact/${String(contact?.Id)}`)).status).toBe(400)
    expect((await call('DELETE', `/sobjects/Contact/${String(contact?.Id)}`)).status).toBe(204)
  })
})

describe('ready-made faults', () => {
  it('have a name that says what happens, and other counts when told', async () => {
    const added = org.faults.addPreset('unavailable', { times: 1, skip: 1 })
    expect(added.fault.name).toBe('Calls find Salesforce unavailable')
    expect(await statuses(3)).toEqual([200, 503, 200])
  })

  it.each([
    ['too-busy', 420, 'text/html', '<html>'],
    ['maintenance', 503, 'text/html', '<html>'],
    ['malformed-json', 200, 'application/json;charset=UTF-8', '{"totalSize":1'],
    ['wrong-content-type', 200, 'text/html;charset=UTF-8', '"DailyApiRequests"'],
    ['concurrent-limit', 403, 'application/json;charset=UTF-8', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'],
  ] as const)('%s answers %i', async (preset, status, type, text) => {
    org.faults.addPreset(preset)
    const answer = await call('GET', '/limits')
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, type])
    expect(await answer.text()).toContain(text)
  })

  it('lead to another host under the same path', async () => {
    org.faults.addPreset('moved')
    const answer = await call('GET', '/limits?a=b')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('https://moved-org.my.salesforce.com/services/data/v67.0/limits?a=b')
  })

  it('are listed with what is left of them, and removed by id', async () => {
    const { id } = org.faults.add({ path: '/limits', times: 3, respond: faultAnswers.dailyLimit })
    await statuses(1)
    expect(org.faults.list()).toMatchObject([{ id, hits: 1, remaining: 2 }])
    org.faults.remove(id)
    expect(await statuses(1)).toEqual([200])
    expect(() => org.faults.remove(id)).toThrow(`No fault "${id}" is waiting to strike.`)
  })
})
