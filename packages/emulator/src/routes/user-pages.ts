import type { Org } from '../org/org.ts'
import { createUser } from '../org/new-user.ts'
import { assignPermissionSet, freeSets, profileSet } from '../org/permission-sets.ts'
import type { Row } from '../org/table.ts'
import { updateRecord } from '../org/writing/write-record.ts'
import { newUserPage, userPage } from '../pages/user-page.ts'
import { usersPage } from '../pages/users-page.ts'
import type { App } from './app.ts'
import { attempt } from './attempt.ts'

/** The pages of the org's users, and their forms. */
export function registerUserPages(app: App, org: Org): void {
  app.get('/manage/users', (c) => c.html(usersPage(org)))
  app.get('/manage/users/new', (c) => c.html(newUserPage(org)))
  app.get('/manage/users/:id', (c) => {
    const user = org.user(c.req.param('id'))
    return user ? c.html(userPage(org, user)) : c.notFound()
  })

  app.post('/manage/users', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const user = org.user(form.get('user') ?? '')
    const say = user ? act(org, user, form.get('do') ?? '') : { problem: 'There is no such user.' }
    return c.html(usersPage(org, say))
  })

  app.post('/manage/users/new', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    let id = ''
    const say = attempt(() => (id = makeUser(org, form)), 'Saved.')
    return id === '' ? c.html(newUserPage(org, say, new Map(form))) : c.redirect(`/manage/users/${id}`, 303)
  })

  app.post('/manage/users/:id', async (c) => {
    const user = org.user(c.req.param('id'))
    if (!user) return c.notFound()
    const form = new URLSearchParams(await c.req.text())
    const say = attempt(() => changeUser(org, String(user.Id), form), 'Saved.')
    return c.html(userPage(org, org.user(String(user.Id)) ?? user, say))
  })
}

function makeUser(org: Org, form: URLSearchParams): string {
  const filled = (name: string) => {
    const text = form.get(name)?.trim() ?? ''
    return text === '' ? {} : { [name]: text }
  }
  return createUser(org, {
    username: form.get('username')?.trim() ?? '',
    ...filled('email'),
    ...filled('firstName'),
    ...filled('lastName'),
    ...filled('profile'),
    active: form.get('active') === 'yes',
  })
}

function changeUser(org: Org, userId: string, form: URLSearchParams): void {
  const profile = profileSet(org, form.get('profile') ?? '').ProfileId
  const cells = { ProfileId: profile, IsActive: form.get('active') === 'yes' }
  updateRecord(org, org.administrator, 'User', userId, cells)
  const chosen = new Set(form.getAll('set'))
  for (const set of freeSets(org)) assignPermissionSet(org, userId, set, chosen.has(String(set.Id)))
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
