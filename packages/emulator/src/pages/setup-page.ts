import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { appStates, orgKinds } from '../org/settings.ts'
import { orgPage, type Markup } from './layout.ts'

/** The switches of the org that a person may turn. */
export function setupPage(org: Org, say: { notice?: string } = {}): Markup {
  const objects = org.schema.objects.filter((object) => object.createable && object.hasPages)
  return orgPage(
    org,
    'Setup',
    html`<section class="card">
        <h1>Setup</h1>
        <form method="post" action="/manage/setup">
          <label for="kind">Kind of org</label>
          <select id="kind" name="kind">
            <option value="">Leave as it is (${org.organization.OrganizationType})</option>
            ${orgKinds.map((kind) => html`<option>${kind}</option>`)}
          </select>
          <label for="state">The app ${org.settings.app.name}</label>
          <select id="state" name="state">
            ${appStates.map(
              (state) =>
                html`<option value="${state}" ${state === org.settings.app.state ? html`selected` : ''}>
                  ${state.replaceAll('_', ' ')}
                </option>`,
            )}
          </select>
          <p></p>
          <button>Save</button>
        </form>
      </section>
      <section class="card">
        <h2>Object Manager</h2>
        <ul>
          ${objects.map(
            ({ name, label }) =>
              html`<li>
                <a href="/lightning/setup/ObjectManager/${name}/FieldsAndRelationships/view"
                  >${label}: Fields &amp; Relationships</a
                >
              </li>`,
          )}
        </ul>
        <p><a href="/packaging/installPackage.apexp">Install the ${org.settings.app.name} package</a></p>
      </section>`,
    say,
  )
}

/** Where the install link of a package leads. */
export function installPackagePage(org: Org): Markup {
  return orgPage(
    org,
    'Install Package',
    html`<section class="card">
      <h1>Install ${org.settings.app.name}</h1>
      <p>The package brings the connected app, so that users of this org can let ${org.settings.app.name} in.</p>
      <form method="post" action="/manage/package"><button>Install for All Users</button></form>
    </section>`,
  )
}
