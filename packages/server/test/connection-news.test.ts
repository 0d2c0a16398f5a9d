import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { comeBack, signIn } from './support/connect.ts'
import { setUp, withPair } from './support/map.ts'
import { createWorkbench, type Workbench } from './support/workbench.ts'

const dana = 'dana@acme-industrial.example'
const tokens = { method: 'POST', path: '/oauth2/token' }

let bench: Workbench
let workspace: string
beforeAll(async () => {
  bench = await createWorkbench()
})
afterAll(() => bench.close())
beforeEach(() => {
  bench.org.reset()
  workspace = randomUUID()
})

const connection = () => bench.client('admin', workspace).connection.get()
const check = () => bench.client('admin', workspace).setup.check()

describe('the rights of the connected user', () => {
  it('are told where one is missing that the mapping needs, as of the last look', async () => {
    await setUp(bench, { workspace })
    await check()
    expect((await connection()).objectAccess).toEqual([])
    bench.org.admin.setPermissions(dana, { objects: { Opportunity: { create: false } } })
    await check()
    const all = { read: 'granted', create: 'granted', edit: 'granted' }
    expect((await connection()).objectAccess).toEqual([
      { object: 'Account', ...all },
      { object: 'Contact', ...all },
      { object: 'Opportunity', ...all, create: 'missing' },
    ])
  })

  it('count as missing where an object may not even be read', async () => {
    await setUp(bench, { workspace })
    bench.org.admin.setPermissions(dana, { objects: { Contact: { read: false, create: false, edit: false, delete: false } } })
    await check()
    const contact = (await connection()).objectAccess.find(({ object }) => object === 'Contact')
    expect(contact).toEqual({ object: 'Contact', read: 'missing', create: 'missing', edit: 'missing' })
  })

  it('are of no interest where the mapping only pulls', async () => {
    const { version, mapping } = await setUp(bench, { workspace })
    bench.org.admin.setPermissions(dana, { objects: { Opportunity: { create: false } } })
    await bench
      .client('admin', workspace)
      .mapping.save({ baseVersion: version, mapping: withPair(mapping, 'Opportunity', { direction: 'pull' }) })
    await check()
    expect((await connection()).objectAccess).toEqual([])
  })
})

describe('an access that is renewed', () => {
  it('is told while it lasts', async () => {
    await signIn(bench, { workspace })
    bench.org.admin.expireSessions()
    const slow = bench.org.faults.add({ ...tokens, latencyMs: 1500 })
    const checked = check()
    await vi.waitFor(async () => expect((await connection()).refreshing).toBe(true), 5000)
    expect(slow.hits).toBe(1)
    await checked
    expect((await connection()).refreshing).toBe(false)
  })

  it('brings the new address of an org that has moved, and tells where it was', async () => {
    await signIn(bench, { workspace })
    const before = bench.org.url
    const now = before.replace('127.0.0.1', 'localhost')
    const access_token = bench.org.admin.accessToken(dana)
    bench.org.admin.expireSessions()
    const living = bench.org.admin.accessToken(dana)
    expect(living).not.toBe(access_token)
    bench.org.faults.add({ ...tokens, respond: { status: 200, body: { access_token: living, instance_url: now } } })
    await check()
    expect(await connection()).toMatchObject({ status: 'connected', movedFrom: before, org: { instanceUrl: now } })
    await signIn(bench, { workspace })
    expect(await connection()).toMatchObject({ movedFrom: null, org: { instanceUrl: before } })
  })

  it('names the policy that ended it, where Salesforce does', async () => {
    await signIn(bench, { workspace })
    bench.org.admin.expireSessions()
    const body = { error: 'invalid_grant', error_description: 'token validity expired' }
    bench.org.faults.add({ ...tokens, respond: { status: 400, body } })
    await expect(check()).rejects.toMatchObject({ code: 'reauthorization_required', details: { reason: 'token_expired' } })
    expect(await connection()).toMatchObject({
      status: 'reauthorization_required',
      reason: 'token_expired',
      sentence: expect.stringContaining('refresh token policy'),
    })
  })
})

describe('a sign-in that is refused', () => {
  it('tells which permissions were granted and which are missing', async () => {
    const { authorizeUrl } = await bench.client('admin', workspace).connection.connect({ returnTo: '/' })
    const narrower = new URL(authorizeUrl)
    narrower.searchParams.set('scope', 'api')
    await comeBack(bench, await bench.org.admin.approve(narrower.href), { workspace })
    expect(await connection()).toMatchObject({
      status: 'disconnected',
      reason: 'missing_scope',
      scopes: { granted: ['api'], missing: ['refresh_token'] },
    })
    await signIn(bench, { workspace })
    expect((await connection()).scopes).toBeNull()
  })

  it('names the sandbox', async () => {
    bench.org.admin.setKind('sandbox')
    await signIn(bench, { workspace })
    expect((await connection()).sentence).toBe(
      'Acme Industrial is a sandbox, so nothing was connected. Sign in to your production org instead.',
    )
  })

  it('leads to the page of Setup where an admin can let the app in', async () => {
    bench.org.admin.setApp({ state: 'blocked' })
    await signIn(bench, { workspace })
    expect(await connection()).toMatchObject({
      reason: 'app_blocked',
      setupUrl: `${bench.org.url}/lightning/setup/ConnectedApplication/home`,
    })
  })

  it('leads to the profiles where the user may not use the API', async () => {
    bench.org.admin.setPermissions(dana, { system: { ApiEnabled: false } })
    await signIn(bench, { workspace })
    expect(await connection()).toMatchObject({
      reason: 'api_disabled',
      setupUrl: `${bench.org.url}/lightning/setup/EnhancedProfiles/home`,
    })
  })
})
