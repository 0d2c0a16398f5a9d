import type { EmulatedOrg } from '@pryzm/salesforce-emulator'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrgs } from '../../src/salesforce/create-orgs.ts'
import { Secret } from '../../src/engine/ports/index.ts'
import { answering } from './support/answering.ts'
import { app, orgsFor, signIn, startOrg } from './support/connect.ts'

let emulated: EmulatedOrg
const orgs = orgsFor()
const codeVerifier = 'v'.repeat(64)

beforeAll(async () => {
  emulated = await startOrg()
})
beforeEach(() => emulated.reset())
afterAll(() => emulated.close())

describe('signing in', () => {
  it('asks for a code with PKCE, state and the scopes of the kit', () => {
    const url = new URL(orgs.authorizeUrl({ loginUrl: 'https://login.salesforce.com', state: 'abc', codeVerifier }))
    expect(url.origin + url.pathname).toBe('https://login.salesforce.com/services/oauth2/authorize')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: app.redirectUri,
      scope: 'api refresh_token offline_access',
      state: 'abc',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('hands over tokens that print nothing', async () => {
    const grant = await signIn(orgs, emulated)
    expect(grant).toMatchObject({ instanceUrl: emulated.url, scopes: expect.arrayContaining(['api']) })
    expect(grant.identityUrl).toMatch(/\/id\/00D\w{15}\/005\w{15}$/)
    expect(grant.refreshToken).toBeInstanceOf(Secret)
    expect(JSON.stringify(grant)).not.toContain(grant.accessToken.reveal())
  })

  it('says that a code is used up', async () => {
    const loginUrl = emulated.url
    const landed = await emulated.admin.approve(orgs.authorizeUrl({ loginUrl, state: 's', codeVerifier }))
    const code = new URL(landed).searchParams.get('code') ?? ''
    await orgs.exchangeCode({ loginUrl, code, codeVerifier })
    await expect(orgs.exchangeCode({ loginUrl, code, codeVerifier })).rejects.toMatchObject({
      code: 'salesforce_refused',
      details: { reason: 'sign_in_expired' },
    })
  })

  it('refuses a code whose verifier is another one', async () => {
    const loginUrl = emulated.url
    const landed = await emulated.admin.approve(orgs.authorizeUrl({ loginUrl, state: 's', codeVerifier }))
    const code = new URL(landed).searchParams.get('code') ?? ''
    await expect(orgs.exchangeCode({ loginUrl, code, codeVerifier: 'x'.repeat(64) })).rejects.toMatchObject({
      code: 'salesforce_refused',
    })
  })

  it('names a client secret that Salesforce does not accept', async () => {
    const wrong = createOrgs({ ...app, clientSecret: new Secret('wrong') })
    await expect(signIn(wrong, emulated)).rejects.toMatchObject({
      code: 'salesforce_refused',
      details: { reason: 'sign_in_failed' },
      message: expect.stringContaining('client id'),
    })
  })
})

describe('refreshing', () => {
  it('takes over a rotated refresh token, and finds the old one dead', async () => {
    const loginUrl = emulated.url
    const { refreshToken } = await signIn(orgs, emulated)
    if (refreshToken === null) throw new Error('There is no refresh token.')
    const renewal = await orgs.refresh({ loginUrl, refreshToken })
    expect(renewal.refreshToken?.equals(refreshToken)).toBe(false)
    await expect(orgs.refresh({ loginUrl, refreshToken })).rejects.toMatchObject({
      code: 'reauthorization_required',
      details: { reason: 'token_revoked' },
    })
  })

  it('keeps the refresh token where Salesforce does not rotate it', async () => {
    emulated.admin.change({ refreshTokenRotation: false })
    const { refreshToken } = await signIn(orgs, emulated)
    if (refreshToken === null) throw new Error('There is no refresh token.')
    const renewal = await orgs.refresh({ loginUrl: emulated.url, refreshToken })
    expect(renewal.refreshToken).toBeNull()
  })

  it('tells a deactivated user from a revoked token', async () => {
    const { refreshToken } = await signIn(orgs, emulated)
    if (refreshToken === null) throw new Error('There is no refresh token.')
    emulated.admin.deactivateUser('dana@acme-industrial.example')
    await expect(orgs.refresh({ loginUrl: emulated.url, refreshToken })).rejects.toMatchObject({
      code: 'reauthorization_required',
      details: { reason: 'user_deactivated' },
    })
  })

  it('settles nothing when the login host cannot be reached', async () => {
    const gone = await answering(() => undefined)
    await gone.close()
    await expect(orgs.refresh({ loginUrl: gone.url, refreshToken: new Secret('r') })).rejects.toMatchObject({
      code: 'salesforce_busy',
      details: { processed: 'no' },
    })
  })
})

describe('a busy token endpoint', () => {
  it.each([
    [429, 'no'],
    [503, 'unknown'],
  ])('settles nothing with %i', async (status, processed) => {
    const busy = await answering((_, response) => void response.writeHead(status).end('<html>busy</html>'))
    const refused = orgs.refresh({ loginUrl: busy.url, refreshToken: new Secret('r') })
    await expect(refused).rejects.toMatchObject({ code: 'salesforce_busy', details: { processed } })
    await busy.close()
  })

  it('settles nothing with a page instead of an answer', async () => {
    const odd = await answering((_, response) => void response.writeHead(404).end('<html>no such page</html>'))
    await expect(orgs.refresh({ loginUrl: odd.url, refreshToken: new Secret('r') })).rejects.toMatchObject({
      code: 'salesforce_busy',
    })
    await odd.close()
  })
})

describe('revoking', () => {
  it('ends the access for good, and may be asked twice', async () => {
    const loginUrl = emulated.url
    const { refreshToken } = await signIn(orgs, emulated)
    if (refreshToken === null) throw new Error('There is no refresh token.')
    await orgs.revoke({ loginUrl, token: refreshToken })
    await orgs.revoke({ loginUrl, token: refreshToken })
    await expect(orgs.refresh({ loginUrl, refreshToken })).rejects.toMatchObject({ code: 'reauthorization_required' })
  })
})
