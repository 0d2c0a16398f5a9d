import { html } from 'hono/html'
import { isPermissionable } from '../org/objects/object-type.ts'
import type { Org } from '../org/org.ts'
import { freeSets, usersWithSet } from '../org/permission-sets.ts'
import { permissionableFields } from '../org/permission-changes.ts'
import { permissionsOfUser } from '../org/user-permissions.ts'
import { systemPermissions, systemPermissionNames } from '../org/system-permissions.ts'
import type { Row } from '../org/table.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import type { TypedTexts } from './record-page.ts'
import { dataTable } from './table.ts'

/** One user: profile, permission sets, and what the user may do in the end. */
export function userPage(org: Org, user: Row, say: Saying = {}): Markup {
  const id = String(user.Id)
  const ownSet = org.table('PermissionSet').find('ProfileId', String(user.ProfileId))[0]
  return orgPage(
    org,
    String(user.Username),
    html`<section class="card">
        <p class="soft"><a href="/manage/users">Users</a> · <a href="/${id}">All fields</a></p>
        <h1>${user.Username}</h1>
        <form method="post" action="/manage/users/${id}">
          <div class="grid">
            <div>
              <label for="profile"
                >Profile ${ownSet ? html`(<a href="/manage/permissions/${ownSet.Id}">what it gives</a>)` : ''}</label
              >
              <select id="profile" name="profile">
                ${profileOptions(org, String(user.ProfileId))}
              </select>
            </div>
            <div>
              <label for="active">State</label>
              <select id="active" name="active">
                ${option('yes', user.IsActive === true, 'Active')} ${option('no', user.IsActive !== true, 'Inactive')}
              </select>
            </div>
          </div>
          ${setBoxes(org, id)}
          <p></p>
          <button>Save</button>
        </form>
      </section>
      ${permissionsCard(org, user)}`,
    say,
  )
}

function setBoxes(org: Org, userId: string): Markup {
  const sets = freeSets(org)
  if (sets.length === 0) return html`<p class="soft">There are no <a href="/manage/permissions">permission sets</a> yet.</p>`
  return html`<fieldset>
    <legend>Permission sets</legend>
    ${sets.map((set) => {
      const has = usersWithSet(org, set).some((user) => user.Id === userId) ? html`checked` : ''
      return html`<label class="check"><input type="checkbox" name="set" value="${set.Id}" ${has} /> ${set.Label}</label>`
    })}
  </fieldset>`
}

function permissionsCard(org: Org, user: Row): Markup {
  const { system, objects, fields } = permissionsOfUser(org, user)
  const given = systemPermissionNames.filter((name) => system[name]).map((name) => systemPermissions[name])
  const rows = org.schema.objects.filter(isPermissionable).map((object) => {
    const may = objects[object.name] ?? {}
    const closed = permissionableFields(org, object).filter(({ name }) => fields[`${object.name}.${name}`] !== 'edit')
    const words = closed.map(({ name }) =>
      fields[`${object.name}.${name}`] === 'read' ? `${name} (read only)` : `${name} (hidden)`,
    )
    const records = Object.entries(may).flatMap(([what, allowed]) => (allowed ? [what] : []))
    return [object.labelPlural, records.join(', ') || 'nothing', words.join(', ') || 'all open']
  })
  return html`<section class="card">
    <h2>What ${user.Username} may do in the end</h2>
    <p>${given.join(', ') || 'Nothing in the whole org.'}</p>
    ${dataTable([{ label: 'Object' }, { label: 'Records' }, { label: 'Fields that are closed' }], rows)}
  </section>`
}

function profileOptions(org: Org, chosen: string): Markup[] {
  const profiles = [...org.table('Profile').rows()].filter((profile) => profile.IsDeleted !== true)
  return profiles.map(({ Id, Name }) => option(String(Name), String(Id) === chosen, String(Name)))
}

function option(value: string, isChosen: boolean, words: string): Markup {
  return html`<option value="${value}" ${isChosen ? html`selected` : ''}>${words}</option>`
}

/** The form for a user to be made. */
export function newUserPage(org: Org, say: Saying = {}, typed?: TypedTexts): Markup {
  const input = (name: string, words: string, type: string, isRequired = false) =>
    html`<div>
      <label for="${name}">${words}${isRequired ? ' (required)' : ''}</label>
      <input id="${name}" name="${name}" type="${type}" value="${typed?.get(name) ?? ''}" ${isRequired ? html`required` : ''} />
    </div>`
  const standard = org.table('Profile').find('Name', typed?.get('profile') ?? 'Standard User')[0]
  return orgPage(
    org,
    'New User',
    html`<section class="card">
      <p class="soft"><a href="/manage/users">Users</a></p>
      <h1>New User</h1>
      <form method="post" action="/manage/users/new">
        <div class="grid">
          ${input('username', 'Username, like an e-mail address', 'text', true)}
          ${input('email', 'E-mail; the username unless told', 'email')} ${input('firstName', 'First name', 'text')}
          ${input('lastName', 'Last name', 'text')}
          <div>
            <label for="profile">Profile</label>
            <select id="profile" name="profile">
              ${profileOptions(org, String(standard?.Id))}
            </select>
          </div>
        </div>
        <label class="check"><input type="checkbox" name="active" value="yes" checked /> Active</label>
        <div class="bar row"><button>Save</button> <a href="/manage/users">Cancel</a></div>
      </form>
    </section>`,
    say,
  )
}
