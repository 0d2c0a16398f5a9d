import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Org } from '../org/org.ts'
import { styles } from './styles.ts'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a page tells of the action that led to it: what was done, or why it could not be. */
export interface Saying {
  notice?: string
  problem?: string
}

const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='4' fill='%230b5cab'/><path d='M4 8h8M8 4v8' stroke='white' stroke-width='2'/></svg>"

const destinations: readonly (readonly [title: string, path: string])[] = [
  ['Home', '/'],
  ['Accounts', '/manage/Account/records'],
  ['Contacts', '/manage/Contact/records'],
  ['Opportunities', '/manage/Opportunity/records'],
  ['Users', '/manage/users'],
  ['Permissions', '/manage/permissions'],
  ['Setup', '/lightning/setup/SetupOneHome/home'],
  ['API usage', '/manage/usage'],
  ['Requests', '/manage/requests'],
  ['Faults', '/manage/faults'],
]

/** A page of the org, under its navigation. */
export function orgPage(org: Org, title: string, content: Markup, say: Saying = {}): Markup {
  return plainPage(
    `${title} | Salesforce emulator`,
    html`<header>
        <strong>${org.organization.Name}</strong>
        <nav aria-label="Org">${destinations.map(([label, path]) => navigationLink(label, path, label === title))}</nav>
        <span class="soft">Emulated org</span>
      </header>
      <main>
        ${say.notice ? html`<div class="notice" role="status">${say.notice}</div>` : ''}
        ${say.problem ? html`<div class="error" role="alert">${say.problem}</div>` : ''} ${content}
      </main>`,
  )
}

function navigationLink(label: string, path: string, isHere: boolean): Markup {
  return isHere ? html`<a href="${path}" aria-current="page">${label}</a>` : html`<a href="${path}">${label}</a>`
}

/** A whole page without the org's navigation, for signing in. */
export function plainPage(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${icon}" />
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body>
        ${content}
      </body>
    </html>`
}
