import type { Context } from 'hono'
import { OAuthError } from '../oauth/oauth-error.ts'
import { identityUrl } from '../org/identity-url.ts'
import type { Org } from '../org/org.ts'
import { isPastRefresh } from '../org/refresh-token-policy.ts'
import type { App } from './app.ts'
import { checkClient, readForm } from './oauth-token.ts'

/** Ending tokens, and asking whether one is alive. */
export function registerOAuthRevoke(app: App, org: Org): void {
  const revoke = (c: Context, token: string | null | undefined): Response => {
    if (!token) throw new OAuthError('invalid_request', 'missing required parameter: token')
    if (!org.sessions.revoke(token))
      throw new OAuthError('invalid_token', 'invalid token: the token is unknown, expired or revoked')
    return c.body(null, 200)
  }
  app.post('/services/oauth2/revoke', async (c) => revoke(c, (await readForm(c)).get('token') ?? c.req.query('token')))
  app.get('/services/oauth2/revoke', (c) => revoke(c, c.req.query('token')))

  app.post('/services/oauth2/introspect', async (c) => {
    const form = await readForm(c)
    checkClient(org, form)
    return c.json(introspect(org, form.get('token') ?? ''))
  })
}

function introspect(org: Org, token: string): Record<string, unknown> {
  const session = org.sessions.session(token)
  const grant = session?.grant ?? org.sessions.grantOf(token)
  if (!grant || (!session && isPastRefresh(org, grant))) return { active: false }
  const issuedAt = Math.floor((session?.issuedAt ?? grant.createdAt).getTime() / 1000)
  return {
    active: true,
    scope: grant.scopes.join(' '),
    client_id: grant.clientId,
    username: String(org.user(grant.userId)?.Username),
    sub: identityUrl(org, grant.userId),
    token_type: session ? 'access_token' : 'refresh_token',
    ...(session ? { exp: Math.floor(session.expiresAt.getTime() / 1000) } : {}),
    iat: issuedAt,
    nbf: issuedAt,
  }
}
