import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'

/** What the org is, what it holds, and who can sign in. */
export function homePage(org: Org): Markup {
  const objects = org.schema.objects.filter((object) => !object.tooling)
  const { OrganizationType, IsSandbox, InstanceName } = org.organization
  return orgPage(
    org,
    'Home',
    html`<section class="card">
        <h1>${org.organization.Name}</h1>
        <p>
          ${OrganizationType}${IsSandbox === true ? ' (sandbox)' : ''} on ${InstanceName}. API address: <code>${org.url}</code>.
          API calls in the last 24 hours: ${org.usage.used} of ${org.settings.dailyApiRequests}.
        </p>
      </section>
      <section class="card">
        <h2>Objects</h2>
        <table>
          <tr>
            <th>Object</th>
            <th>Records</th>
            <th>Fields</th>
          </tr>
          ${objects.map((object) => objectLine(org, object.name, object.labelPlural))}
        </table>
      </section>
      <section class="card">
        <h2>The app that may connect</h2>
        <p>
          ${org.settings.app.name}, client id <code>${org.settings.app.clientId}</code>, state
          ${org.settings.app.state.replaceAll('_', ' ')}. Live approvals: ${org.sessions.grants.length}. Sign in as any active
          user with any password.
        </p>
      </section>`,
  )
}

function objectLine(org: Org, name: string, label: string): Markup {
  const { size, deleted } = org.table(name)
  return html`<tr>
    <td><a href="/manage/${name}/records">${label}</a></td>
    <td class="number">${(size - deleted).toLocaleString('en-US')}</td>
    <td><a href="/lightning/setup/ObjectManager/${name}/FieldsAndRelationships/view">Fields &amp; Relationships</a></td>
  </tr>`
}
