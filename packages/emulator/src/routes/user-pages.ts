import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { usersPage } from '../pages/users-page.ts'
import type { App } from './app.ts'

/** The page of the org's users, and its buttons. */
export function registerUserPages(app: App, org: Org): void {
  app.get('/manage/users', (c) => c.html(usersPage(org)))

  app.post('/manage/users', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const user = org.user(form.get('user') ?? '')
    const say = user ? act(org, user, form.get('do') ?? '') : { problem: 'There is no such user.' }
    return c.html(usersPage(org, say))
  })
}

function act(org: Org, user: Row, action: string) {
  const name = String(user.Username)
  switch (action) {
    case 'activate':
    case 'deactivate':
      org.table('User').update(String(user.Id), { IsActive: action === 'activate', SystemModstamp: org.now() })
      org.metadataChanged()
      return { notice: `${name} is ${action === 'activate' ? 'active' : 'inactive'} now.` }
    case 'revoke':
      for (const grant of org.sessions.grants) if (grant.userId === user.Id) org.sessions.endGrant(grant)
      return { notice: `What ${name} approved is revoked.` }
    default:
      return { problem: `"${action}" cannot be done to a user.` }
  }
}
