import { html } from 'hono/html'
import type { ObjectType } from '../org/objects/object-type.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'
import { dataTable, type Cell } from './table.ts'

/** What the org is, what it holds, and who can sign in. */
export function homePage(org: Org): Markup {
  const objects = org.schema.objects.filter((object) => !object.tooling)
  const columns = [{ label: 'Object' }, { label: 'Records', kind: 'number' as const }, { label: '', kind: 'action' as const }]
  return orgPage(
    org,
    'Home',
    html`<section class="card">
        <h1>${org.organization.Name}</h1>
        ${facts(org)}
      </section>
      <section class="card">
        <h2>Objects</h2>
        ${dataTable(
          columns,
          objects.map((object) => objectCells(org, object)),
        )}
      </section>`,
  )
}

function facts(org: Org): Markup {
  const { OrganizationType, IsSandbox, InstanceName } = org.organization
  const { app, dailyApiRequests } = org.settings
  const usage = `${org.usage.used.toLocaleString('en-US')} of ${dailyApiRequests.toLocaleString('en-US')}`
  return html`<dl>
    <dt>Edition</dt>
    <dd>${OrganizationType}${IsSandbox === true ? ' (sandbox)' : ''} on ${InstanceName}</dd>
    <dt>Address</dt>
    <dd><code>${org.url}</code></dd>
    <dt>API calls in 24 hours</dt>
    <dd><a href="/manage/usage">${usage}</a></dd>
    <dt>App that may connect</dt>
    <dd>${app.name}, <a href="/lightning/setup/SetupOneHome/home">${app.state.replaceAll('_', ' ')}</a></dd>
    <dt>Client id</dt>
    <dd><code>${app.clientId}</code></dd>
    <dt>Deleted records</dt>
    <dd><a href="/manage/recycle-bin">Recycle bin</a></dd>
    <dt>Approvals by users</dt>
    <dd><a href="/manage/users">${org.sessions.grants.filter(({ clientId }) => clientId === app.clientId).length}</a></dd>
  </dl>`
}

function objectCells(org: Org, { name, labelPlural }: ObjectType): Cell[] {
  const { size, deleted } = org.table(name)
  return [
    html`<a href="/manage/${name}/records">${labelPlural}</a>`,
    (size - deleted).toLocaleString('en-US'),
    html`<a href="/lightning/setup/ObjectManager/${name}/FieldsAndRelationships/view" aria-label="Fields of ${labelPlural}"
      >Fields</a
    >`,
  ]
}
