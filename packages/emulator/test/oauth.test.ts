import { OAuth2 } from 'jsforce'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { tinySalesOrg } from '../src/seeds/tiny.ts'
import { app, authorizeUrl, caller, connect, tokenRequest, tokensFor } from './sign-in.ts'

const admin = 'dana@acme-industrial.example'
const salesperson = 'priya@acme-industrial.example'

let org: EmulatedOrg
beforeAll(async () => {
  org = await createOrg({ seed: tinySalesOrg, app })
})
beforeEach(() => org.reset())
afterAll(() => org.close())

async function codeFor(username = admin): Promise<{ code: string; verifier: string }> {
  const { url, verifier } = authorizeUrl(org)
  const callback = new URL(await org.admin.approve(url, username))
  return { code: callback.searchParams.get('code') ?? '', verifier }
}

const exchange = (code: string, verifier: string) =>
  tokenRequest(org, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirectUris[0] ?? '',
    code_verifier: verifier,
  })

const refresh = (refreshToken: string) => tokenRequest(org, { grant_type: 'refresh_token', refresh_token: refreshToken })

describe('authorize', () => {
  it('takes a challenge without a method as SHA-256 and gives tokens without expires_in', async () => {
    const { url, verifier } = authorizeUrl(org)
    const callback = new URL(await org.admin.approve(url, admin))
    expect(callback.origin + callback.pathname).toBe(app.redirectUris[0])
    expect(callback.searchParams.get('state')).toBe('the-state')
    const { status, body } = await exchange(callback.searchParams.get('code') ?? '', verifier)
    expect(status).toBe(200)
    expect(body).toMatchObject({ instance_url: org.url, token_type: 'Bearer', scope: 'api refresh_token id' })
    expect(body.access_token).toMatch(/^00D[0-9A-Za-z]{12}!/)
    expect(body.issued_at).toMatch(/^\d{13}$/)
    expect(body.id).toMatch(new RegExp(`^${org.url}/id/00D\\w{15}/005\\w{15}$`))
    expect(body).not.toHaveProperty('expires_in')
  })

  it('lets jsforce build the address and exchange the code', async () => {
    const oauth2 = new OAuth2({ ...app, redirectUri: app.redirectUris[0] ?? '', loginUrl: org.url, useVerifier: true })
    oauth2.codeVerifier = 'v'.repeat(64)
    const url = oauth2.getAuthorizationUrl({ scope: 'api refresh_token', state: 's' })
    const code = new URL(await org.admin.approve(url, admin)).searchParams.get('code') ?? ''
    const tokens = await oauth2.requestToken(code)
    expect(tokens.instance_url).toBe(org.url)
  })

  it('sends the browser back with access_denied when the user presses Deny', async () => {
    const callback = new URL(await org.admin.approve(authorizeUrl(org).url, admin, 'deny'))
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'end-user denied authorization',
      state: 'the-state',
    })
  })

  it('asks the user for each permission once, by whatever name the app asks for it', async () => {
    const { url } = authorizeUrl(org, { scope: 'api refresh_token offline_access' })
    const login = new URLSearchParams({ request: url.slice(url.indexOf('?') + 1), username: admin, password: 'x' })
    const page = await fetch(`${org.url}/services/oauth2/authorize/login`, { method: 'POST', body: login })
    const asked = [...(await page.text()).matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) => words)
    expect(asked).toEqual(['Manage user data via APIs', 'Perform requests at any time'])
  })

  it('keeps the browser on an error page when the client or the callback is not registered', async () => {
    for (const [change, code] of [
      [{ client_id: 'someone-else' }, 'invalid_client_id'],
      [{ redirect_uri: `${app.redirectUris[0]}/` }, 'redirect_uri_mismatch'],
    ] as const) {
      const page = await fetch(authorizeUrl(org, change).url, { redirect: 'manual' })
      expect(page.status).toBe(400)
      expect(await page.text()).toContain(code)
    }
  })

  it('asks partner apps for a code challenge', async () => {
    const url = new URL(authorizeUrl(org).url)
    url.searchParams.delete('code_challenge')
    const answer = await fetch(url, { redirect: 'manual' })
    expect(answer.headers.get('Location')).toContain('error=invalid_request&error_description=missing+required+code+challenge')
  })

  it('shows the login page to an inactive user and to nobody', async () => {
    const refused = await fetch(`${org.url}/services/oauth2/authorize/login`, {
      method: 'POST',
      body: new URLSearchParams({ request: new URL(authorizeUrl(org).url).search.slice(1), username: 'nobody', password: 'x' }),
    })
    expect(refused.status).toBe(401)
    expect(await refused.text()).toContain('Please check your username and password')
    org.admin.deactivateUser(salesperson)
    await expect(org.admin.approve(authorizeUrl(org).url, salesperson)).rejects.toThrow(/check your username/)
  })

  it('does not ask again for what is still approved, unless the app wants it so', async () => {
    await tokensFor(org, admin)
    const request = new URL(authorizeUrl(org).url).search.slice(1)
    const login = (query: string) =>
      fetch(`${org.url}/services/oauth2/authorize/login`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ request: query, username: admin, password: 'x' }),
      })
    expect((await login(request)).headers.get('Location')).toContain('code=')
    expect(await (await login(`${request}&prompt=consent`)).text()).toContain('Allow Access?')
  })

  it('sends OAUTH_APP_BLOCKED when an administrator blocked the app', async () => {
    org.admin.setApp({ state: 'blocked' })
    const callback = await org.admin.approve(authorizeUrl(org).url, admin)
    expect(callback).toContain('error=OAUTH_APP_BLOCKED&error_description=this+app+is+blocked+by+admin')
  })

  it('never comes back while the app is not installed, except for users who may approve it or did before', async () => {
    await tokensFor(org, 'tom@acme-industrial.example')
    org.admin.setApp({ state: 'not_installed' })
    await expect(org.admin.approve(authorizeUrl(org).url, salesperson)).rejects.toThrow(/OAUTH_APPROVAL_ERROR_GENERIC/)
    expect(await org.admin.approve(authorizeUrl(org).url, admin)).toContain('code=')
    expect(await org.admin.approve(authorizeUrl(org).url, 'tom@acme-industrial.example')).toContain('code=')
    org.admin.setApp({ state: 'external_client_app_not_installed' })
    await expect(org.admin.approve(authorizeUrl(org).url, salesperson)).rejects.toThrow(/OAUTH_EC_APP_NOT_FOUND/)
  })
})

describe('the token endpoint', () => {
  it('refuses a wrong verifier, a used code, an unknown code, another callback and wrong credentials', async () => {
    const { code, verifier } = await codeFor()
    expect(await exchange(code, 'x'.repeat(64))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect((await exchange(code, verifier)).status).toBe(200)
    expect((await exchange(code, verifier)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired authorization code',
    })
    expect((await exchange('nonsense', verifier)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'invalid authorization code',
    })
    const other = await tokenRequest(org, { grant_type: 'authorization_code', code: (await codeFor()).code, redirect_uri: 'x' })
    expect(other.body.error).toBe('redirect_uri_mismatch')
    expect((await tokenRequest(org, { grant_type: 'refresh_token', refresh_token: 'x', client_secret: 'no' })).body).toEqual({
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    })
    expect((await tokenRequest(org, { grant_type: 'password' })).body.error).toBe('unsupported_grant_type')
  })

  it('takes credentials from a Basic header too', async () => {
    const { refresh_token = '' } = await tokensFor(org)
    const answer = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token }),
    })
    expect(answer.status).toBe(200)
  })

  it('gives a new refresh token at every refresh and lets the old one die', async () => {
    const { refresh_token = '' } = await tokensFor(org)
    const first = await refresh(refresh_token)
    expect(first.status).toBe(200)
    expect(first.body.refresh_token).not.toBe(refresh_token)
    expect(await refresh(refresh_token)).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
    })
    expect((await refresh(first.body.refresh_token ?? '')).status).toBe(200)
  })

  it('lets exactly one of two parallel refreshes win', async () => {
    const { refresh_token = '' } = await tokensFor(org)
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token)])
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 400]))
  })

  it('gives no refresh token when rotation is off', async () => {
    org.admin.change({ refreshTokenRotation: false })
    const { refresh_token = '' } = await tokensFor(org)
    const { body } = await refresh(refresh_token)
    expect(body).not.toHaveProperty('refresh_token')
    expect((await refresh(refresh_token)).status).toBe(200)
  })

  it('refuses to refresh for a user who was deactivated', async () => {
    const { refresh_token = '' } = await tokensFor(org, salesperson)
    org.admin.deactivateUser(salesperson)
    expect((await refresh(refresh_token)).body).toEqual({ error: 'invalid_grant', error_description: 'inactive user' })
  })
})

describe('sessions', () => {
  it('ends the access tokens of a grant when its refresh token is revoked', async () => {
    const connection = await connect(org)
    const refreshToken = connection.refreshToken ?? ''
    const revoked = await fetch(`${org.url}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: refreshToken }),
    })
    expect([revoked.status, await revoked.text()]).toEqual([200, ''])
    const answer = await caller(org, connection.accessToken ?? '')('GET', '/sobjects')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toBe('Token')
    expect(answer.headers.get('Sforce-Limit-Info')).toBeNull()
    expect(await answer.json()).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }])
    await expect(connection.query('SELECT Id FROM Account')).rejects.toThrow(
      'Unable to refresh session due to: expired access/refresh token',
    )
  })

  it('lets jsforce refresh once for five parallel calls with a dead token', async () => {
    const connection = await connect(org)
    let refreshes = 0
    connection.on('refresh', () => refreshes++)
    org.admin.expireSessions()
    await Promise.all(Array.from({ length: 5 }, () => connection.query('SELECT Id FROM Account LIMIT 1')))
    expect(refreshes).toBe(1)
  })

  it('answers 403, not 401, to a dead token at userinfo and the identity URL', async () => {
    const tokens = await tokensFor(org)
    const userinfo = () =>
      fetch(`${org.url}/services/oauth2/userinfo`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })
    expect(await (await userinfo()).json()).toMatchObject({ preferred_username: admin, active: true })
    const identity = await fetch(`${tokens.id}?format=json&oauth_token=${tokens.access_token}`)
    expect(await identity.json()).toMatchObject({ username: admin, asserted_user: true })
    org.admin.expireSessions()
    expect((await userinfo()).status).toBe(403)
  })

  it('refuses users without API access, and requests without a token', async () => {
    org.admin.setPermissions(salesperson, { system: { ApiEnabled: false } })
    const { access_token = '' } = await tokensFor(org, salesperson)
    const answer = await caller(org, access_token)('GET', '/sobjects')
    expect(answer.status).toBe(403)
    expect(await answer.json()).toEqual([
      { message: 'API is not enabled for this Organization or Partner', errorCode: 'API_DISABLED_FOR_ORG' },
    ])
    expect((await fetch(`${org.url}/services/data/v67.0/sobjects`)).status).toBe(401)
  })

  it('refuses API calls of an app that did not ask for the api scope', async () => {
    const { url, verifier } = authorizeUrl(org, { scope: 'refresh_token' })
    const code = new URL(await org.admin.approve(url)).searchParams.get('code') ?? ''
    const { access_token = '', scope } = (await exchange(code, verifier)).body
    expect(scope).toBe('refresh_token')
    expect(await (await caller(org, access_token)('GET', '/limits')).json()).toEqual([
      { message: 'This session is not valid for use with the REST API', errorCode: 'INVALID_SESSION_ID' },
    ])
  })

  it('tells by introspection whether a token lives', async () => {
    const { access_token = '' } = await tokensFor(org)
    const introspect = async (token: string): Promise<unknown> => {
      const body = new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, token })
      return (await fetch(`${org.url}/services/oauth2/introspect`, { method: 'POST', body })).json()
    }
    expect(await introspect(access_token)).toMatchObject({ active: true, username: admin, client_id: app.clientId })
    expect(await introspect('nonsense')).toEqual({ active: false })
  })
})
