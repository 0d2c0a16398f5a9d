import { createHmac } from 'node:crypto'
import { identityUrl } from '../org/identity-url.ts'
import type { Org } from '../org/org.ts'
import type { Session } from '../org/sessions.ts'

/** The answer of the token endpoint: no `expires_in`, and the time of issue in milliseconds as text. */
export function tokenAnswer(org: Org, session: Session, refreshToken: string | undefined): Record<string, string> {
  const id = identityUrl(org, session.grant.userId)
  const issuedAt = String(session.issuedAt.getTime())
  const signature = createHmac('sha256', org.settings.app.clientSecret)
    .update(id + issuedAt)
    .digest('base64')
  return {
    access_token: session.token,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    signature,
    scope: session.grant.scopes.join(' '),
    instance_url: org.url,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  }
}
