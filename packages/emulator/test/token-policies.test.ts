import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, faultAnswers, type EmulatedOrg } from '../src/index.ts'
import { app, authorizeUrl, caller, connect, tokenRequest, tokensFor } from './sign-in.ts'

const priya = 'priya@acme-industrial.example'
const tom = 'tom@acme-industrial.example'
const start = Date.parse('2026-06-01T10:00:00Z')

let now = start
let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => new Date(now) })
})
beforeEach(() => {
  now = start
  org.reset()
})
afterAll(() => org.close())

const wait = (minutes: number) => void (now += minutes * 60_000)
const refresh = ({ refresh_token = '' }: Record<string, string>) =>
  tokenRequest(org, { grant_type: 'refresh_token', refresh_token })
const call = ({ access_token = '' }: Record<string, string>) => caller(org, access_token)('GET', '/limits')
const spent = { status: 400, body: { error: 'invalid_grant', error_description: 'expired access/refresh token' } }

describe('a refresh token', () => {
  it('lives until it is revoked unless the administrator says otherwise', async () => {
    const tokens = await tokensFor(org)
    wait(10 * 365 * 24 * 60)
    expect((await refresh(tokens)).status).toBe(200)
  })

  it('expires when it was not used for a time', async () => {
    org.admin.change({ refreshTokenPolicy: 'unused', refreshTokenMinutes: 60 })
    const tokens = await tokensFor(org)
    wait(59)
    const next = (await refresh(tokens)).body
    wait(59)
    const last = (await refresh(next)).body
    wait(60)
    expect(await refresh(last)).toEqual(spent)
    expect((await call(last)).status).toBe(200)
  })

  it('expires some time after the approval, however often it was used', async () => {
    org.admin.change({ refreshTokenPolicy: 'age', refreshTokenMinutes: 60 })
    const next = (await refresh(await tokensFor(org))).body
    wait(59)
    const last = await refresh(next)
    expect(last.status).toBe(200)
    wait(1)
    expect(await refresh(last.body)).toEqual(spent)
  })

  it('can expire at once, which leaves the access token alone and is undone with the policy', async () => {
    const tokens = await tokensFor(org)
    org.admin.change({ refreshTokenPolicy: 'at_once' })
    expect(await refresh(tokens)).toEqual(spent)
    expect((await call(tokens)).status).toBe(200)
    org.admin.change({ refreshTokenPolicy: 'until_revoked' })
    expect((await refresh(tokens)).status).toBe(200)
  })

  it('is told apart from a living one by introspection', async () => {
    org.admin.change({ refreshTokenPolicy: 'age', refreshTokenMinutes: 60 })
    const { refresh_token = '' } = await tokensFor(org)
    const body = () => new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, token: refresh_token })
    const introspect = async (): Promise<unknown> =>
      (await fetch(`${org.url}/services/oauth2/introspect`, { method: 'POST', body: body() })).json()
    expect(await introspect()).toMatchObject({ active: true, token_type: 'refresh_token' })
    wait(60)
    expect(await introspect()).toEqual({ active: false })
  })

  it('is spent when another process refreshed first, and connecting again helps', async () => {
    const [dana, other] = [await tokensFor(org), await tokensFor(org, priya)]
    org.faults.addPreset('rotation-race')
    expect(await refresh(other)).toEqual(spent)
    expect((await call(other)).status).toBe(200)
    expect((await refresh(dana)).status).toBe(200)
    expect((await refresh(await tokensFor(org, priya))).status).toBe(200)
  })

  it('is lost with the answer that brings the next one', async () => {
    const tokens = await tokensFor(org)
    org.faults.add({ method: 'POST', path: '/oauth2/token', cutAfterBytes: 0 })
    await expect(refresh(tokens)).rejects.toThrow(/fetch failed|terminated/)
    expect(await refresh(tokens)).toEqual(spent)
  })

  it.each([
    ['spentRefreshToken', 'expired access/refresh token'],
    ['inactiveUser', 'inactive user'],
    ['ipRestricted', 'ip restricted'],
    ['loginRefused', 'authentication failure'],
  ] as const)('can be refused for a counted time by the fault %s', async (name, words) => {
    const connection = await connect(org)
    org.admin.expireSessions()
    org.faults.add({ method: 'POST', path: '/oauth2/token', respond: faultAnswers[name] })
    await expect(connection.query('SELECT Id FROM Account')).rejects.toThrow(`Unable to refresh session due to: ${words}`)
    expect((await connection.query('SELECT Id FROM Account')).totalSize).toBe(4)
  })
})

describe('approvals of one user', () => {
  it('are not limited unless told', async () => {
    const first = await tokensFor(org)
    for (let at = 0; at < 6; at++) await tokensFor(org)
    expect((await refresh(first)).status).toBe(200)
  })

  it('can be limited, so that a further one ends the oldest of that user', async () => {
    org.admin.change({ grantsPerUser: 2 })
    const other = await tokensFor(org, tom)
    const [first, second, third] = [await tokensFor(org), await tokensFor(org), await tokensFor(org)]
    expect(await refresh(first)).toEqual(spent)
    expect((await call(first)).status).toBe(401)
    for (const tokens of [second, third, other]) expect((await refresh(tokens)).status).toBe(200)
  })
})

describe('an access token', () => {
  it('lives as long as the settings say', async () => {
    org.admin.change({ sessionMinutes: 15 })
    const tokens = await tokensFor(org)
    wait(14.9)
    expect((await call(tokens)).status).toBe(200)
    wait(0.1)
    expect((await call(tokens)).status).toBe(401)
  })

  it('can be dead from the start, as behind an org that takes no token', async () => {
    org.admin.change({ sessionMinutes: 0 })
    expect((await call(await tokensFor(org))).status).toBe(401)
  })
})

it('words the refusal of a code verifier as told', async () => {
  org.admin.change({ wrongVerifierDescription: 'in other words' })
  const code = new URL(await org.admin.approve(authorizeUrl(org).url)).searchParams.get('code') ?? ''
  const form = { grant_type: 'authorization_code', code, redirect_uri: app.redirectUris[0] ?? '' }
  expect(await tokenRequest(org, form)).toEqual({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'in other words' },
  })
})

it('takes these settings over HTTP, and says what they may be', async () => {
  const control = async (name: string, input: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${org.url}/emulator/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })
    return { status: response.status, text: await response.text() }
  }
  const settings = { refreshTokenPolicy: 'age', grantsPerUser: 5, concurrentLongRequests: 3, testUrl: 'http://test.example' }
  expect((await control('change', { settings })).status).toBe(204)
  expect(org.admin.settings).toMatchObject(settings)
  expect((await control('change', { settings: { grantsPerUser: null, testUrl: null } })).status).toBe(204)
  expect(org.admin.settings).toMatchObject({ grantsPerUser: null, testUrl: null })
  const refused = await control('change', { settings: { refreshTokenPolicy: 'sometimes' } })
  expect(refused.text).toContain('one of: until_revoked, unused, age, at_once')
  expect((await control('setApp', { app: { dailyApiRequests: 250 } })).status).toBe(204)
  expect((await control('setEdition', { edition: 'Professional Edition' })).status).toBe(204)
  expect(org.admin.find('Organization')).toMatchObject([{ OrganizationType: 'Professional Edition' }])
})
