import { expect } from 'vitest'
import { faultAnswers, type EmulatedOrg } from '../src/index.ts'
import { caller, connect, tokensFor } from '../test/sign-in.ts'
import { onEmulator, startOrg } from './scenario.ts'

onEmulator(64, async (org) => {
  const call = caller(org, (await tokensFor(org)).access_token ?? '')
  const usage = async (path: string) => (await call('GET', path)).headers.get('Sforce-Limit-Info')
  expect(await usage('/limits')).toBe('api-usage=1/15000')
  expect(await usage('/sobjects/Account/describe')).toBe('api-usage=2/15000')
  // A call that is refused counts as well, the list of versions does not.
  expect(await usage('/sobjects/Nothing')).toBe('api-usage=3/15000')
  expect(await usage('/services/data')).toBeNull()
  const connection = await connect(org)
  await connection.query('SELECT Id FROM Account')
  expect(connection.limitInfo).toMatchObject({ apiUsage: { used: 4, limit: 15_000 } })

  org.admin.setApp({ dailyApiRequests: 250 })
  expect(await usage('/limits')).toBe('api-usage=5/15000; per-app-api-usage=5/250(appName=Pryzm)')

  org.admin.change({ dailyApiRequests: 6 })
  expect(await usage('/limits')).toMatch(/^api-usage=6\/6;/)
  const refused = await call('GET', '/limits')
  expect([refused.status, await refused.json()]).toEqual([
    403,
    [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
  ])
  await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' })
})

onEmulator(65, async (production) => {
  expect(production.admin.settings.longRequestMs).toBe(20_000)
  const sandbox = await startOrg({ kind: 'sandbox' })
  const developer = await startOrg({ kind: 'developer' })
  const scratch = await startOrg({ kind: 'scratch' })
  const orgs = [
    [production, 25],
    [sandbox, 25],
    [developer, 5],
    [scratch, 5],
  ] as const
  await Promise.all(orgs.map(([org, most]) => fillWithLongCalls(org, most)))
})

/** One call less than `most` leaves room for another; `most` of them leave none until they are answered. */
async function fillWithLongCalls(org: EmulatedOrg, most: number): Promise<void> {
  const longRequestMs = 50
  org.admin.change({ longRequestMs })
  const call = caller(org, (await tokensFor(org)).access_token ?? '')
  const fault = org.faults.add({ path: '/query', times: most, latencyMs: 5000 })
  const long = Array.from({ length: most - 1 }, () => call('GET', '/query?q=SELECT+Id+FROM+Account'))
  await expect.poll(() => fault.hits, { timeout: 4000, interval: 5 }).toBe(most - 1)
  await new Promise((resolve) => setTimeout(resolve, longRequestMs * 2))
  expect((await call('GET', '/sobjects')).status).toBe(200)

  long.push(call('GET', '/query?q=SELECT+Id+FROM+Account'))
  await expect.poll(() => fault.hits, { timeout: 4000, interval: 5 }).toBe(most)
  await new Promise((resolve) => setTimeout(resolve, longRequestMs * 2))
  const refused = await call('GET', '/sobjects')
  expect([refused.status, await refused.json()]).toEqual([
    403,
    [{ message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
  ])
  expect((await Promise.all(long)).map(({ status }) => status)).toEqual(Array.from({ length: most }, () => 200))
  expect((await call('GET', '/sobjects')).status).toBe(200)
}

onEmulator(66, async (org) => {
  const connection = await connect(org)
  const id = String(org.admin.find('Account')[0]?.Id)
  const statusesSince = (from: number) => org.admin.requests.slice(from).map(({ method, status }) => `${method} ${status}`)
  const fault = () => org.faults.add({ path: '/sobjects/Account', times: 2, respond: faultAnswers.serverUnavailable })

  fault()
  let from = org.admin.requests.length
  const start = performance.now()
  expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Id: id })
  expect(statusesSince(from)).toEqual(['GET 503', 'GET 503', 'GET 200'])
  // Half a second before the second try and a whole one before the third.
  const waited = performance.now() - start
  expect(waited).toBeGreaterThan(1450)
  expect(waited).toBeLessThan(4000)

  fault()
  from = org.admin.requests.length
  const update = connection.sobject('Account').update({ Id: id, Site: 'HQ' })
  await expect(update).rejects.toMatchObject({ errorCode: 'SERVER_UNAVAILABLE' })
  expect(statusesSince(from)).toEqual(['PATCH 503'])
  expect(org.admin.record('Account', id)?.Site).not.toBe('HQ')
})
