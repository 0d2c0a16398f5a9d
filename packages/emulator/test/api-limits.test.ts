import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, tokensFor } from './sign-in.ts'

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

const limitInfo = async () => (await call('GET', '/limits')).headers.get('Sforce-Limit-Info')

describe('the usage header', () => {
  it('tells of the app too where the org limits it', async () => {
    expect(await limitInfo()).toBe('api-usage=1/15000')
    org.admin.setApp({ name: 'Pryzm', dailyApiRequests: 250 })
    org.admin.setApiUsage(40)
    await caller(org, org.admin.accessToken())('GET', '/limits')
    expect(await limitInfo()).toBe('api-usage=42/15000; per-app-api-usage=2/250(appName=Pryzm)')
  })

  it('does not invent what Salesforce does beyond the limit of an app', async () => {
    org.admin.setApp({ dailyApiRequests: 1 })
    expect((await call('GET', '/limits')).status).toBe(200)
    const beyond = await call('GET', '/limits')
    expect([beyond.status, await beyond.json()]).toMatchObject([501, [{ errorCode: 'EMULATOR_LIMIT' }]])
  })

  it('never counts below the calls of the app', async () => {
    for (let at = 0; at < 3; at++) await limitInfo()
    org.admin.setApp({ dailyApiRequests: 250 })
    org.admin.setApiUsage(1)
    expect(await limitInfo()).toContain('api-usage=2/15000; per-app-api-usage=2/250')
  })
})

describe('long calls', () => {
  it('leave no room for others only while there are too many of them, and short ones never count', async () => {
    org.admin.change({ concurrentLongRequests: 2, longRequestMs: 1000 })
    const delayed = () => org.faults.add({ path: '/limits', latencyMs: 300, times: 2 })
    const fault = delayed()
    const running = [call('GET', '/limits'), call('GET', '/limits')]
    await expect.poll(() => fault.hits).toBe(2)
    expect((await call('GET', '/sobjects')).status).toBe(200)
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200])
    org.admin.change({ longRequestMs: 0 })
    const again = delayed()
    const rest = [call('GET', '/limits'), call('GET', '/limits')]
    await expect.poll(() => again.hits).toBe(2)
    expect((await call('GET', '/sobjects')).status).toBe(403)
    await Promise.all(rest)
    expect((await call('GET', '/sobjects')).status).toBe(200)
  })

  it('do not stand in the way of the list of versions', async () => {
    org.admin.change({ concurrentLongRequests: 0 })
    expect((await fetch(`${org.url}/services/data`)).status).toBe(200)
    expect((await call('GET', '/limits')).status).toBe(403)
  })
})

describe('an edition without an API', () => {
  it.each(['Professional Edition', 'Team Edition', 'Base Edition'] as const)(
    '%s refuses calls until it buys one',
    async (edition) => {
      org.admin.setEdition(edition)
      expect((await call('GET', '/limits')).status).toBe(403)
      org.admin.change({ apiAddOn: true })
      expect((await call('GET', '/limits')).status).toBe(200)
    },
  )
})
