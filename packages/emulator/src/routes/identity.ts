import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { identityJson, userinfoJson } from '../wire/identity-json.ts'
import type { App } from './app.ts'

/** Who a token belongs to. A dead token gets 403 here, not 401. */
export function registerIdentity(app: App, org: Org): void {
  app.on(['GET', 'POST'], '/services/oauth2/userinfo', (c) => {
    const user = tokenUser(org, c)
    return user ? c.json(userinfoJson(org, user)) : c.text('Bad_OAuth_Token', 403)
  })

  app.get('/id/:organization/:user', (c) => {
    const user = tokenUser(org, c)
    if (!user) return c.text('Bad_OAuth_Token', 403)
    const asked = c.req.param('user').slice(0, 15)
    return String(user.Id).startsWith(asked) ? c.json(identityJson(org, user)) : c.text('Wrong_User', 403)
  })
}

function tokenUser(org: Org, c: Context): Row | undefined {
  const token = /^(?:Bearer|OAuth) +(.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? c.req.query('oauth_token') ?? ''
  const session = org.sessions.session(token)
  const user = session && org.user(session.grant.userId)
  return user?.IsActive === true ? user : undefined
}
