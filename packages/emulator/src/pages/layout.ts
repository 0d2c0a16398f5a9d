import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Org } from '../org/org.ts'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

const styles = `
:root { color-scheme: light; --ink: #16263a; --soft: #5a6b80; --line: #dde4ec; --blue: #0b5cab; --bg: #f3f6f9; --bad: #b3261e; --good: #2e6b3a; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--bg); }
a { color: var(--blue); text-decoration: none; } a:hover { text-decoration: underline; }
header { background: #fff; border-bottom: 3px solid var(--blue); padding: 12px 24px; display: flex; gap: 24px; align-items: baseline; flex-wrap: wrap; }
header strong { font-size: 17px; } header nav { display: flex; gap: 16px; flex-wrap: wrap; }
main { max-width: 1100px; margin: 24px auto; padding: 0 24px; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 20px 24px; margin-bottom: 20px; overflow-x: auto; }
.narrow { max-width: 420px; margin: 8vh auto; }
h1 { font-size: 22px; margin: 0 0 12px; } h2 { font-size: 16px; margin: 0 0 10px; }
p { margin: 0 0 12px; } .soft { color: var(--soft); font-size: 13px; }
table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; color: var(--soft); font-size: 13px; }
th, td { padding: 7px 10px; border-bottom: 1px solid var(--line); vertical-align: top; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
label { display: block; font-size: 13px; color: var(--soft); margin: 10px 0 3px; }
input, textarea, select { font: inherit; width: 100%; padding: 7px 9px; border: 1px solid #b9c4d0; border-radius: 6px; background: #fff; color: inherit; }
input[type=checkbox] { width: auto; } textarea { min-height: 70px; }
button, .button { font: inherit; display: inline-block; padding: 8px 16px; border-radius: 6px; border: 1px solid var(--blue); background: var(--blue); color: #fff; cursor: pointer; }
button.quiet { background: #fff; color: var(--blue); } button.bad { background: #fff; color: var(--bad); border-color: var(--bad); }
:focus-visible { outline: 3px solid #7ab7f0; outline-offset: 1px; }
.row { display: flex; gap: 12px; align-items: center; flex-wrap: wrap; } .row > form { display: inline; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 0 24px; }
.notice { border-left: 4px solid var(--good); background: #eef6ef; padding: 8px 12px; margin-bottom: 16px; }
.error { border-left: 4px solid var(--bad); background: #fbeeed; padding: 8px 12px; margin-bottom: 16px; }
code { background: #eef2f6; padding: 1px 5px; border-radius: 4px; font-size: 13px; overflow-wrap: anywhere; }
`

const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='4' fill='%230b5cab'/><path d='M4 8h8M8 4v8' stroke='white' stroke-width='2'/></svg>"

const peopleObjects = ['Account', 'Contact', 'Opportunity', 'User']

/** A page of the org, under its navigation. `notice` tells what was just done, `problem` what could not be. */
export function orgPage(org: Org, title: string, content: Markup, say: { notice?: string; problem?: string } = {}): Markup {
  return plainPage(
    `${title} | Salesforce emulator`,
    html`<header>
        <strong><a href="/">${org.organization.Name}</a></strong>
        <nav aria-label="Org">
          ${peopleObjects.map((name) => html`<a href="/manage/${name}/records">${org.schema.object(name)?.labelPlural ?? name}</a>`)}
          <a href="/lightning/setup/SetupOneHome/home">Setup</a>
          <a href="/manage/requests">Requests</a>
          <a href="/manage/faults">Faults</a>
        </nav>
        <span class="soft">An emulated Salesforce org, not Salesforce</span>
      </header>
      <main>
        ${say.notice ? html`<div class="notice" role="status">${say.notice}</div>` : ''}
        ${say.problem ? html`<div class="error" role="alert">${say.problem}</div>` : ''} ${content}
      </main>`,
  )
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
