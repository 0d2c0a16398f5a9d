import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { OAuthError } from '../oauth/oauth-error.ts'
import { tokenAnswer } from '../oauth/token-answer.ts'
import type { Org } from '../org/org.ts'
import { recordLogin } from '../org/record-login.ts'
import { isPastRefresh } from '../org/refresh-token-policy.ts'
import type { AuthorizationCode, Grant } from '../org/sessions.ts'
import type { App } from './app.ts'

/** The token endpoint: codes and refresh tokens for access tokens. */
export function registerOAuthToken(app: App, org: Org): void {
  app.post('/services/oauth2/token', async (c) => c.json(await grantTokens(org, c)))
  app.all('/services/oauth2/token', () => {
    throw new OAuthError('invalid_request', 'must use HTTP POST')
  })
}

async function grantTokens(org: Org, c: Context) {
  const form = await readForm(c)
  const grantType = form.get('grant_type')
  if (grantType === 'authorization_code') return exchangeCode(org, form)
  if (grantType === 'refresh_token') return refresh(org, form)
  throw new OAuthError('unsupported_grant_type', 'grant type not supported')
}

/** Reads a form, with the client's credentials from the Basic header when they come there. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const form = new URLSearchParams(await c.req.text())
  const basic = /^Basic +(.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
  if (basic) {
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':')
    form.set('client_id', decodeURIComponent(id))
    form.set('client_secret', decodeURIComponent(secret))
  }
  return form
}

/** Throws unless the form bears the app's id and secret. */
export function checkClient(org: Org, form: URLSearchParams): void {
  const { clientId, clientSecret } = org.settings.app
  if (form.get('client_id') !== clientId) throw new OAuthError('invalid_client_id', 'client identifier invalid')
  if (form.get('client_secret') !== clientSecret) throw new OAuthError('invalid_client', 'invalid client credentials')
}

function exchangeCode(org: Org, form: URLSearchParams) {
  const text = required(form, 'code')
  checkClient(org, form)
  const code = org.sessions.code(text)
  if (!code) throw new OAuthError('invalid_grant', 'invalid authorization code')
  if (code.used || code.expiresAt <= org.clock()) throw new OAuthError('invalid_grant', 'expired authorization code')
  if (form.get('redirect_uri') !== code.redirectUri) {
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration')
  }
  checkVerifier(code, form.get('code_verifier'), org.settings.wrongVerifierDescription)
  code.used = true
  refuseInactive(org, code.userId)
  const grant = org.sessions.createGrant(code.userId, code.clientId, code.scopes)
  if (org.settings.grantsPerUser !== null) org.sessions.limitGrants(code.userId, code.clientId, org.settings.grantsPerUser)
  recordLogin(org, {
    userId: code.userId,
    loginType: 'Remote Access 2.0',
    application: org.settings.app.name,
    status: 'Success',
  })
  return tokenAnswer(org, org.sessions.openSession(grant, org.settings.sessionMinutes), grant.refreshToken)
}

function checkVerifier(code: AuthorizationCode, verifier: string | null, description: string): void {
  if (code.challenge === undefined) return
  const length = verifier?.length ?? 0
  const matches = verifier !== null && createHash('sha256').update(verifier).digest('base64url') === code.challenge
  if (!matches || length < 43 || length > 128) throw new OAuthError('invalid_grant', description)
}

function refresh(org: Org, form: URLSearchParams) {
  const token = required(form, 'refresh_token')
  checkClient(org, form)
  const grant = org.sessions.grantOf(token)
  if (!grant || isPastRefresh(org, grant)) throw new OAuthError('invalid_grant', 'expired access/refresh token')
  refuseInactive(org, grant.userId)
  const session = org.sessions.openSession(grant, org.settings.sessionMinutes)
  return tokenAnswer(org, session, rotated(org, grant))
}

/** The new refresh token where every refresh gives one. */
function rotated(org: Org, grant: Grant): string | undefined {
  if (!org.settings.refreshTokenRotation) return undefined
  org.sessions.rotate(grant)
  return grant.refreshToken
}

function refuseInactive(org: Org, userId: string): void {
  if (org.user(userId)?.IsActive !== true) throw new OAuthError('invalid_grant', 'inactive user')
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (!value) throw new OAuthError('invalid_request', `missing required parameter: ${name}`)
  return value
}
