import { html } from 'hono/html'
import type { AuthorizationRequest } from '../oauth/authorization-request.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { plainPage, type Markup } from './layout.ts'

/** Why a person has to sign in again: Salesforce's words, and the emulator's own hint. */
interface LoginProblem {
  message: string
  hint?: string
}

/** Where a user says who they are. Any password will do. */
export function loginPage(org: Org, request: AuthorizationRequest, problem?: LoginProblem): Markup {
  const users = [...org.table('User').rows()].filter((user) => user.IsDeleted !== true)
  return plainPage(
    'Login | Salesforce emulator',
    html`<main class="card narrow">
      <h1>Log in to ${org.organization.Name}</h1>
      <p class="soft">This is an emulated Salesforce org. Any password will do.</p>
      ${problem ? html`<div class="error" role="alert">${problem.message}</div>` : ''} ${emulatorHint(problem?.hint)}
      <form method="post" action="/services/oauth2/authorize/login">
        <input type="hidden" name="request" value="${request.query}" />
        <label for="username">Username</label>
        <input id="username" name="username" autocomplete="username" list="users" value="${request.loginHint}" required />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <p></p>
        <button>Log In</button>
      </form>
      <datalist id="users">${users.map((user) => html`<option value="${user.Username}"></option>`)}</datalist>
      <h2>Or continue as</h2>
      <form class="users" method="post" action="/services/oauth2/authorize/login">
        <input type="hidden" name="request" value="${request.query}" />
        <input type="hidden" name="password" value="any" />
        ${users.map(userButton)}
      </form>
    </main>`,
  )
}

function emulatorHint(hint: string | undefined): Markup | string {
  return hint === undefined ? '' : html`<p class="soft">Emulator: ${hint}</p>`
}

function userButton(user: Row): Markup {
  const kind = user.IsActive === true ? (user.Title ?? '') : 'inactive'
  return html`<button class="quiet" name="username" value="${user.Username}">
    ${user.Username} <span class="soft">${[user.FirstName, user.LastName].filter(Boolean).join(' ')}, ${kind}</span>
  </button>`
}

const scopeWords: Readonly<Record<string, string>> = {
  api: 'Manage user data via APIs',
  refresh_token: 'Perform requests at any time',
  offline_access: 'Perform requests at any time',
  id: 'Access the identity URL service',
  openid: 'Access unique user identifiers',
  full: 'Full access',
}

/** In words, each once: `refresh_token` and `offline_access` are two names of one permission. */
function permissionsOf({ scopes }: AuthorizationRequest): string[] {
  return [...new Set(scopes.map((scope) => scopeWords[scope] ?? scope))]
}

/** Where a user lets the app in, or does not. */
export function consentPage(org: Org, request: AuthorizationRequest, user: Row): Markup {
  return plainPage(
    'Allow Access? | Salesforce emulator',
    html`<main class="card narrow">
      <h1>Allow Access?</h1>
      <p><strong>${org.settings.app.name}</strong> is asking to:</p>
      <ul>
        ${permissionsOf(request).map((words) => html`<li>${words}</li>`)}
      </ul>
      <p>Do you want to allow access for <strong>${user.Username}</strong>?</p>
      <form method="post" action="/services/oauth2/authorize/decision" class="row">
        <input type="hidden" name="request" value="${request.query}" />
        <button class="quiet" name="decision" value="deny">Deny</button>
        <button name="decision" value="allow">Allow</button>
      </form>
      <p></p>
      <form method="post" action="/services/oauth2/authorize/logout">
        <input type="hidden" name="request" value="${request.query}" />
        <button class="quiet">Not ${user.FirstName ?? user.LastName}? Log in as someone else</button>
      </form>
    </main>`,
  )
}

/** Where the browser stays when the app cannot be let in at all; `hint` is the emulator's own. */
export function oauthErrorPage(code: string, description: string, hint?: string): Markup {
  return plainPage(
    'OAuth Error | Salesforce emulator',
    html`<main class="card narrow">
      <h1>OAuth Error</h1>
      <p>We can't authorize you because of an OAuth error. For more information, contact your Salesforce administrator.</p>
      <p><code>${code} : ${description}</code></p>
      ${emulatorHint(hint)}
    </main>`,
  )
}
