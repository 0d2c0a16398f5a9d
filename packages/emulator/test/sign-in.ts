import { createHash, randomBytes } from 'node:crypto'
import { Connection, OAuth2 } from 'jsforce'
import type { EmulatedOrg } from '../src/index.ts'

export const app = {
  clientId: 'test-client',
  clientSecret: 'test-secret',
  redirectUris: ['http://app.test/callback'],
}

/** The authorize address an app sends a browser to, and the verifier it keeps. */
export function authorizeUrl(org: EmulatedOrg, extra: Record<string, string> = {}): { url: string; verifier: string } {
  const verifier = randomBytes(48).toString('base64url')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUris[0] ?? '',
    state: 'the-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...extra,
  })
  return { url: `${org.url}/services/oauth2/authorize?${query}`, verifier }
}

/** Posts a form to the token endpoint and gives status and JSON. */
export async function tokenRequest(org: EmulatedOrg, form: Record<string, string>) {
  const response = await fetch(`${org.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...form }),
  })
  const json: object = Object(await response.json())
  const body: Record<string, string> = Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)]))
  return { status: response.status, body }
}

/** Signs a user in through the pages and the code exchange, as an app does. */
export async function tokensFor(org: EmulatedOrg, username?: string): Promise<Record<string, string>> {
  const { url, verifier } = authorizeUrl(org)
  const callback = new URL(await org.admin.approve(url, username))
  const code = callback.searchParams.get('code') ?? ''
  const { body } = await tokenRequest(org, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirectUris[0] ?? '',
    code_verifier: verifier,
  })
  return body
}

/** A jsforce connection of a signed-in user. */
export async function connect(org: EmulatedOrg, username?: string, version = '67.0'): Promise<Connection> {
  const tokens = await tokensFor(org, username)
  const oauth2 = new OAuth2({ ...app, redirectUri: app.redirectUris[0] ?? '', loginUrl: org.url })
  const { access_token = '', refresh_token = '' } = tokens
  return new Connection({ oauth2, instanceUrl: org.url, accessToken: access_token, refreshToken: refresh_token, version })
}

/** A request with a session, as plain HTTP. */
export function caller(org: Pick<EmulatedOrg, 'url'>, token: string, version = '67.0') {
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(path.startsWith('/services') ? org.url + path : `${org.url}/services/data/v${version}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
}
