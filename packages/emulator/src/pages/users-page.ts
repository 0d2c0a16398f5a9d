import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { dataTable, type Cell } from './table.ts'

const columns = [
  { label: 'Name' },
  { label: 'Username' },
  { label: 'Profile' },
  { label: 'State' },
  { label: 'Approved the app' },
  { label: '', kind: 'action' as const },
]

/** Who can sign in, whether they let the app in, and buttons to shut them out. */
export function usersPage(org: Org, say: Saying = {}): Markup {
  const users = [...org.table('User').rows()].filter((user) => user.IsDeleted !== true)
  return orgPage(
    org,
    'Users',
    html`<section class="card">
      <div class="row">
        <h1>Users</h1>
        <a class="button end" href="/manage/users/new">New User</a>
      </div>
      <p class="soft">
        The pages of this org are shown as ${org.administrator.Username} sees them. Any password signs a user in.
      </p>
      ${dataTable(
        columns,
        users.map((user) => userCells(org, user)),
      )}
    </section>`,
    say,
  )
}

function userCells(org: Org, user: Row): Cell[] {
  const ofApp = org.sessions.grants.filter(({ clientId }) => clientId === org.settings.app.clientId)
  const approvals = ofApp.filter((grant) => grant.userId === user.Id).length
  const active = user.IsActive === true
  return [
    html`<a href="/manage/users/${user.Id}">${[user.FirstName, user.LastName].filter(Boolean).join(' ')}</a>`,
    String(user.Username),
    profileLink(org, user),
    active ? 'Active' : html`<span class="failed">Inactive</span>`,
    approvals === 0 ? 'No' : approvals === 1 ? 'Yes' : `${approvals} times`,
    html`<form method="post" action="/manage/users">
      <input type="hidden" name="user" value="${user.Id}" />
      ${approvals > 0 ? html`<button class="bad" name="do" value="revoke">Revoke</button>` : ''}
      ${active ? html`<button class="quiet" name="do" value="deactivate">Deactivate</button>` : html`<button class="quiet" name="do" value="activate">Activate</button>`}
    </form>`,
  ]
}

function profileLink(org: Org, user: Row): Markup {
  const [set] = org.table('PermissionSet').find('ProfileId', String(user.ProfileId))
  return html`<a href="/manage/permissions/${set?.Id}">${set?.Label}</a>`
}
