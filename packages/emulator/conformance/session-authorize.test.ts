import { createHash, randomBytes } from 'node:crypto'
import { OAuth2 } from 'jsforce'
import { expect } from 'vitest'
import type { EmulatedOrg } from '../src/index.ts'
import { app, authorizeUrl, caller, tokenRequest, tokensFor } from '../test/sign-in.ts'
import { onEmulator } from './scenario.ts'

const callback = app.redirectUris[0] ?? ''
const dana = 'dana@acme-industrial.example'
const priya = 'priya@acme-industrial.example'
const tom = 'tom@acme-industrial.example'

onEmulator(1, async (org) => {
  const { url, verifier } = authorizeUrl(org)
  expect(new URL(url).searchParams.has('code_challenge_method')).toBe(false)
  expect(new URL(url).searchParams.get('code_challenge')).toBe(createHash('sha256').update(verifier).digest('base64url'))
  await logIn(org, url, dana)
  const approved = await decide(org, url, dana, 'allow')
  expect(approved.status).toBe(302)
  const sentTo = new URL(approved.location)
  expect(sentTo.origin + sentTo.pathname).toBe(callback)
  expect([...sentTo.searchParams.keys()].toSorted()).toEqual(['code', 'state'])
  expect(sentTo.searchParams.get('state')).toBe('the-state')

  const before = Date.now()
  const { status, body } = await exchange(org, codeIn(approved.location), verifier)
  expect(status).toBe(200)
  expect(Object.keys(body).toSorted()).toEqual(
    ['access_token', 'id', 'instance_url', 'issued_at', 'refresh_token', 'scope', 'signature', 'token_type'].toSorted(),
  )
  expect(body).toMatchObject({ instance_url: org.url, token_type: 'Bearer', scope: 'api refresh_token id' })
  expect(body.access_token).toMatch(/^00D[0-9A-Za-z]{12}!/)
  expect(body.id).toMatch(/\/id\/00D[0-9A-Za-z]{15}\/005[0-9A-Za-z]{15}$/)
  expect(body.issued_at).toMatch(/^\d{13}$/)
  expect(Number(body.issued_at)).toBeGreaterThanOrEqual(before)
  expect((await caller(org, body.access_token ?? '')('GET', '/limits')).status).toBe(200)

  await jsforceSignsIn(org)
})

/** jsforce builds the address and exchanges the code by itself; its own verifier would be longer than Salesforce allows. */
async function jsforceSignsIn(org: EmulatedOrg): Promise<void> {
  const oauth2 = new OAuth2({ ...app, redirectUri: callback, loginUrl: org.url, useVerifier: true })
  expect(oauth2.codeVerifier?.length).toBe(171)
  oauth2.codeVerifier = randomBytes(48).toString('base64url')
  const url = oauth2.getAuthorizationUrl({ scope: 'api refresh_token', state: 's' })
  expect(url).not.toContain('code_challenge_method')
  const tokens = await oauth2.requestToken(codeIn(await org.admin.approve(url, dana)))
  expect(tokens).toMatchObject({ instance_url: org.url, scope: 'api refresh_token', refresh_token: expect.any(String) })
}

onEmulator(2, async (org) => {
  const { code, verifier } = await codeFor(org, dana)
  for (const wrong of [{ code_verifier: 'x'.repeat(64) }, {}] as const) {
    const { status, body } = await tokenRequest(org, { ...codeForm(code), ...wrong })
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
    expect(Object.keys(body)).toEqual(['error', 'error_description'])
  }
  org.admin.change({ wrongVerifierDescription: 'as the org words it' })
  expect(await exchange(org, code, `${verifier}x`)).toEqual({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'as the org words it' },
  })
})

onEmulator(3, async (org) => {
  const { code, verifier } = await codeFor(org, dana)
  expect((await exchange(org, code, verifier)).status).toBe(200)
  expect(await exchange(org, code, verifier)).toEqual({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'expired authorization code' },
  })
})

onEmulator(4, async (org) => {
  const { url } = authorizeUrl(org)
  const denied = await decide(org, url, dana, 'deny')
  expect(denied.status).toBe(302)
  expect(denied.location.startsWith(`${callback}?`)).toBe(true)
  expect(Object.fromEntries(new URL(denied.location).searchParams)).toEqual({
    error: 'access_denied',
    error_description: 'end-user denied authorization',
    state: 'the-state',
  })
})

onEmulator(5, async (org) => {
  org.admin.setApp({ state: 'blocked' })
  const refused = await visit(authorizeUrl(org).url)
  expect(refused.status).toBe(302)
  expect(refused.location.startsWith(`${callback}?`)).toBe(true)
  expect(Object.fromEntries(new URL(refused.location).searchParams)).toMatchObject({
    error: 'OAUTH_APP_BLOCKED',
    state: 'the-state',
  })
})

onEmulator(6, async (org) => {
  await tokensFor(org, tom)
  org.admin.setApp({ state: 'not_installed' })
  const { url } = authorizeUrl(org)
  const kept = await logIn(org, url, priya)
  expect(kept.status).toBe(302)
  expect(kept.location).toBe(
    `${org.url}/setup/secur/RemoteAccessErrorPage.apexp?error=invalid_client&error_description=app+must+be+installed+into+org`,
  )
  const page = await visit(kept.location)
  expect(page.location).toBe('')
  expect(page.text).toContain('OAUTH_APPROVAL_ERROR_GENERIC')
  // Their spelling.
  expect(page.text).toContain('An unexpected error has occured during authentication. Please try again.')

  org.admin.setPermissions(priya, { system: { ApproveUninstalledApps: true } })
  for (const user of [priya, dana, tom]) expect(codeIn(await org.admin.approve(url, user))).not.toBe('')
})

onEmulator(7, async (org) => {
  org.admin.setApp({ state: 'external_client_app_not_installed' })
  const kept = await logIn(org, authorizeUrl(org).url, priya)
  expect(kept.location).toBe('')
  expect(kept.text).toContain('OAUTH_EC_APP_NOT_FOUND')
  expect(kept.text).toContain('External client app is not installed in this org')

  const userId = String(org.admin.find('User', { Username: priya })[0]?.Id)
  const call = caller(org, org.admin.accessToken())
  const query = `SELECT UserId, Status, LoginTime FROM LoginHistory WHERE UserId = '${userId}' ORDER BY LoginTime DESC`
  const answer: unknown = await (await call('GET', `/query?q=${encodeURIComponent(query)}`)).json()
  expect(answer).toMatchObject({
    totalSize: 1,
    records: [{ attributes: { type: 'LoginHistory' }, UserId: userId, Status: 'Success' }],
  })
})

onEmulator(8, async (org) => {
  const page = await visit(authorizeUrl(org, { redirect_uri: `${callback}/` }).url)
  expect(page.location).toBe('')
  expect(page.text).toContain('redirect_uri_mismatch')
  expect(page.text).toContain('redirect_uri must match configuration')
})

async function visit(address: string, form?: Record<string, string>, cookie = '') {
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { Cookie: cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  const location = response.headers.get('Location') ?? ''
  const given = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { status: response.status, location, text: await response.text(), cookie: given }
}

/** What the browser shows once the user has typed a password. */
async function logIn(org: EmulatedOrg, url: string, username: string) {
  expect((await visit(url)).text).toContain('name="password"')
  const form = { request: new URL(url).search.slice(1), username, password: 'any' }
  return visit(`${org.url}/services/oauth2/authorize/login`, form)
}

async function decide(org: EmulatedOrg, url: string, username: string, decision: 'allow' | 'deny') {
  const { cookie, text } = await logIn(org, url, username)
  expect(text).toContain('Allow Access?')
  return visit(`${org.url}/services/oauth2/authorize/decision`, { request: new URL(url).search.slice(1), decision }, cookie)
}

const codeIn = (location: string) => new URL(location).searchParams.get('code') ?? ''
const codeForm = (code: string) => ({ grant_type: 'authorization_code', code, redirect_uri: callback })

function exchange(org: EmulatedOrg, code: string, verifier: string) {
  return tokenRequest(org, { ...codeForm(code), code_verifier: verifier })
}

async function codeFor(org: EmulatedOrg, username: string) {
  const { url, verifier } = authorizeUrl(org)
  return { code: codeIn(await org.admin.approve(url, username)), verifier }
}
