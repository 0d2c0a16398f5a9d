import { html } from 'hono/html'
import type { FieldAccess } from '../org/access.ts'
import type { Field } from '../org/objects/field.ts'
import { isPermissionable, type ObjectType } from '../org/objects/object-type.ts'
import type { Org } from '../org/org.ts'
import { permissionableFields, permissionsOfSet } from '../org/permission-changes.ts'
import { freeSets, usersWithSet } from '../org/permission-sets.ts'
import { systemPermissionNames, systemPermissions } from '../org/system-permissions.ts'
import type { Row } from '../org/table.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { customFirst } from './record-form.ts'
import { dataTable, type Cell } from './table.ts'

/** Profiles and permission sets, with forms to make more of them. */
export function permissionsPage(org: Org, say: Saying = {}): Markup {
  const profiles = org.access.profilePermissionSets()
  return orgPage(
    org,
    'Permissions',
    html`<section class="card">
        <h1>Profiles</h1>
        ${setTable(org, profiles)}
        <form class="row" method="post" action="/manage/permissions">
          <label for="profile">New profile</label>
          <input class="grow" id="profile" name="profile" required />
          <label for="like">like</label>
          <select class="grow" id="like" name="like">
            ${profiles.map(({ Label }) => html`<option>${Label}</option>`)}
          </select>
          <button>Make</button>
        </form>
      </section>
      <section class="card">
        <h1>Permission sets</h1>
        ${freeSets(org).length === 0 ? html`<p class="soft">There are none yet.</p>` : setTable(org, freeSets(org))}
        <form class="row" method="post" action="/manage/permissions">
          <label for="set">New permission set</label>
          <input class="grow" id="set" name="set" required />
          <button>Make</button>
        </form>
      </section>`,
    say,
  )
}

function setTable(org: Org, sets: readonly Row[]): Markup {
  const columns = [{ label: 'Name' }, { label: 'Users', kind: 'number' as const }]
  return html`${dataTable(
      columns,
      sets.map((set) => [html`<a href="/manage/permissions/${set.Id}">${set.Label}</a>`, usersWithSet(org, set).length]),
    )}
    <p></p>`
}

/** What one profile or permission set gives, as boxes to tick: for the whole org, for the records of an object, and for its fields. */
export function permissionSetPage(org: Org, set: Row, object: ObjectType, say: Saying = {}): Markup {
  const { system, objects, fields } = permissionsOfSet(org, set)
  const kind = set.IsOwnedByProfile === true ? 'Profile' : 'Permission set'
  const rows = customFirst(permissionableFields(org, object).toSorted((a, b) => (a.label < b.label ? -1 : 1)))
  const onRecords = (['read', 'create', 'edit', 'delete'] as const).map((what) =>
    box('object', what, what, objects[object.name]?.[what] === true),
  )
  return orgPage(
    org,
    `${String(set.Label)}: permissions`,
    html`<section class="card">
      <p class="soft"><a href="/manage/permissions">Permissions</a> · ${kind}</p>
      <h1>${set.Label}</h1>
      <p>${usersLine(org, set)}</p>
      <nav class="tabs" aria-label="Objects">${objectTabs(org, set, object)}</nav>
      <form method="post" action="/manage/permissions/${set.Id}">
        <input type="hidden" name="for" value="${object.name}" />
        <fieldset>
          <legend>In the whole org</legend>
          ${systemPermissionNames.map((name) => box('system', name, systemPermissions[name], system[name] === true))}
        </fieldset>
        <fieldset>
          <legend>With records of ${object.labelPlural}</legend>
          ${onRecords}
        </fieldset>
        ${dataTable(
          [{ label: 'Field' }, { label: 'Name' }, { label: 'Read' }, { label: 'Edit' }],
          rows.map((field) => fieldCells(field, fields[`${object.name}.${field.name}`] ?? 'none')),
        )}
        <div class="bar"><button>Save</button></div>
      </form>
    </section>`,
    say,
  )
}

function usersLine(org: Org, set: Row): Markup {
  const users = usersWithSet(org, set)
  if (users.length === 0) return html`<span class="soft">No user has it.</span>`
  const shown = users.slice(0, 8)
  const links = shown.map(
    (user, at) => html`${at > 0 ? ', ' : ''}<a href="/manage/users/${String(user.Id)}">${user.Username}</a>`,
  )
  return html`Users: ${links}${users.length > shown.length ? ` and ${users.length - shown.length} more` : ''}`
}

function objectTabs(org: Org, set: Row, here: ObjectType): Markup[] {
  return org.schema.objects.filter(isPermissionable).map(({ name, labelPlural }) => {
    const current = name === here.name ? html`aria-current="page"` : ''
    return html`<a href="/manage/permissions/${set.Id}?object=${name}" ${current}>${labelPlural}</a>`
  })
}

function box(name: string, value: string, words: string, isTicked: boolean): Markup {
  return html`<label class="check"
    ><input type="checkbox" name="${name}" value="${value}" ${isTicked ? html`checked` : ''} /> ${words}</label
  >`
}

function fieldCells({ name, label }: Field, access: FieldAccess): Cell[] {
  const tick = (what: 'read' | 'edit', isTicked: boolean) =>
    html`<input type="checkbox" name="${what}" value="${name}" aria-label="${label}: ${what}" ${isTicked ? html`checked` : ''} />`
  return [label, html`<code>${name}</code>`, tick('read', access !== 'none'), tick('edit', access === 'edit')]
}
