import { html } from 'hono/html'
import { editions, hasApi, isEdition } from '../org/edition.ts'
import type { Org } from '../org/org.ts'
import { kindOf } from '../org/organization-kind.ts'
import { refreshTokenPolicies, type RefreshTokenPolicy } from '../org/refresh-token-policy.ts'
import { appStates, orgKinds } from '../org/settings.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'

/** The switches of the org that a person may turn. */
export function setupPage(org: Org, say: Saying = {}): Markup {
  const objects = org.schema.objects.filter((object) => object.createable && object.hasPages)
  return orgPage(
    org,
    'Setup',
    html`<section class="card">
        <h1>Setup</h1>
        <form method="post" action="/manage/setup">
          ${switches(org)}
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
        <p><a class="button" href="/packaging/installPackage.apexp">Install the ${org.settings.app.name} package</a></p>
      </section>
      <section class="card">
        <h2>More</h2>
        <ul>
          <li><a href="/manage/users">Users</a> and their <a href="/manage/permissions">profiles and permission sets</a></li>
          <li><a href="/manage/recycle-bin">Recycle bin</a></li>
          <li><a href="/emulator">HTTP controls</a>, for programs</li>
        </ul>
        <details class="sure">
          <summary>Reset the org</summary>
          <form method="post" action="/manage/reset">
            <button class="bad">Put everything back as it was at the very start</button>
          </form>
        </details>
      </section>`,
    say,
  )
}

function switches({ organization, settings }: Org): Markup {
  const { app, refreshTokenRotation, refreshTokenPolicy, refreshTokenMinutes, sessionMinutes, bulk } = settings
  const edition = String(organization.OrganizationType)
  const kind = kindOf(organization)
  return html`<div class="grid">
    <div>
      <label for="kind">Kind of org</label>
      <select id="kind" name="kind">
        ${orgKinds.map((name) => option(name, name === kind))}
      </select>
    </div>
    <div>
      <label for="edition">Edition</label>
      <select id="edition" name="edition">
        ${isEdition(edition) ? '' : option('', true, edition)}
        ${editions.map((name) => option(name, name === edition, hasApi(name) ? name : `${name} (no API)`))}
      </select>
    </div>
    <div>
      <label for="state">The app ${app.name}</label>
      <select id="state" name="state">
        ${appStates.map((state) => option(state, state === app.state))}
      </select>
    </div>
    <div>
      <label for="rotation">Refresh tokens</label>
      <select id="rotation" name="rotation">
        ${option('rotate', refreshTokenRotation, 'a new one at every refresh')}
        ${option('stay', !refreshTokenRotation, 'stay the same')}
      </select>
    </div>
    <div>
      <label for="policy">Refresh tokens expire</label>
      <select id="policy" name="policy">
        ${refreshTokenPolicies.map((policy) => option(policy, policy === refreshTokenPolicy, policyWords[policy]))}
      </select>
    </div>
    <div>
      <label for="refresh-minutes">Minutes until they do</label>
      <input
        id="refresh-minutes"
        name="refresh-minutes"
        type="number"
        min="0"
        step="any"
        value="${refreshTokenMinutes}"
        required
      />
    </div>
    <div>
      <label for="minutes">Minutes an access token lives</label>
      <input id="minutes" name="minutes" type="number" min="1" step="any" value="${sessionMinutes}" required />
    </div>
    <div>
      <label for="bulk">Seconds a bulk job takes</label>
      <input id="bulk" name="bulk" type="number" min="0" step="any" value="${bulk.processingMs / 1000}" required />
    </div>
  </div>`
}

const policyWords: Readonly<Record<RefreshTokenPolicy, string>> = {
  until_revoked: 'when they are revoked',
  unused: 'when they were not used for some time',
  age: 'some time after the approval',
  at_once: 'at once',
}

function option(value: string, isChosen: boolean, words = value.replaceAll('_', ' ')): Markup {
  return isChosen ? html`<option value="${value}" selected>${words}</option>` : html`<option value="${value}">${words}</option>`
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
