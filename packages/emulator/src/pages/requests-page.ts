import { html, raw } from 'hono/html'
import type { Org } from '../org/org.ts'
import type { LoggedRequest } from '../org/request-log.ts'
import { orgPage, type Markup } from './layout.ts'
import { dataTable, tableRows, type Cell } from './table.ts'

const SHOWN = 200
const columns = [
  { label: 'Request' },
  { label: 'Status', kind: 'number' as const },
  { label: 'Milliseconds', kind: 'number' as const },
  { label: 'Time (UTC)', kind: 'number' as const },
]

// Asks for the rows every second while the box is ticked, the page is seen, and nobody is on a row with the keyboard.
const follow = `
const box = document.querySelector('#follow'), body = document.querySelector('tbody')
setInterval(async () => {
  if (!box.checked || document.hidden || body.contains(document.activeElement)) return
  const answer = await fetch('/manage/requests/rows').catch(() => undefined)
  if (answer?.ok && box.checked) body.innerHTML = await answer.text()
}, 1000)
`

/** The last requests of the API, newest first; the page follows them. */
export function requestsPage(org: Org): Markup {
  return orgPage(
    org,
    'Requests',
    html`<section class="card">
        <div class="row">
          <h1>API requests</h1>
          <label class="check end"><input id="follow" type="checkbox" checked /> Follow</label>
        </div>
        <p class="soft">The last ${SHOWN}, newest first. Open one to see what was sent and answered.</p>
        ${dataTable(columns, cellsOf(org))}
      </section>
      <script>
        ${raw(follow)}
      </script>`,
  )
}

/** The rows of the table alone. */
export function requestRows(org: Org): Markup {
  return tableRows(columns, cellsOf(org))
}

function cellsOf(org: Org): Cell[][] {
  const requests = org.log.requests.slice(-SHOWN).toReversed()
  return requests.length > 0 ? requests.map(cells) : [['Nothing has been asked yet.', '', '', '']]
}

function cells({ number, at, method, path, status, milliseconds, fault }: LoggedRequest): Cell[] {
  return [
    html`<strong>${method}</strong>
      <a href="/manage/requests/${number}"><code>${legible(path)}</code></a>
      ${fault === undefined ? '' : html`<span class="tag">${fault}</span>`}`,
    status >= 400 ? html`<span class="failed">${status}</span>` : status,
    milliseconds.toFixed(1),
    html`<time>${at.toISOString().slice(11, 23)}</time>`,
  ]
}

/** One request with what was sent and what was answered. */
export function requestPage(org: Org, request: LoggedRequest): Markup {
  const { number, at, method, path, status, milliseconds, fault, sent, answered } = request
  const beside = (to: number, words: string) =>
    org.log.request(to) ? html`<a class="button" href="/manage/requests/${to}">${words}</a>` : ''
  return orgPage(
    org,
    `${method} ${status}`,
    html`<section class="card">
        <p class="soft"><a href="/manage/requests">Requests</a> · number ${number}</p>
        <h1>${method} <code>${legible(path)}</code></h1>
        <dl>
          <dt>Status</dt>
          <dd>${status >= 400 ? html`<span class="failed">${status}</span>` : status}</dd>
          <dt>Time (UTC)</dt>
          <dd><time>${at.toISOString().slice(0, 23).replace('T', ' ')}</time>, took ${milliseconds.toFixed(1)} ms</dd>
          ${
            fault === undefined
              ? ''
              : html`<dt>Fault</dt>
                  <dd>${fault}</dd>`
          }
        </dl>
        <div class="row">${beside(number - 1, 'Earlier')} ${beside(number + 1, 'Later')}</div>
      </section>
      ${bodyCard('Sent', sent)} ${bodyCard('Answered', answered)}`,
  )
}

function bodyCard(title: string, text: string): Markup {
  return html`<section class="card">
    <h2>${title}</h2>
    ${text === '' ? html`<p class="soft">No body.</p>` : html`<pre tabindex="0">${spaced(text)}</pre>`}
  </section>`
}

/** JSON with line breaks; what is no JSON, or cut, as it is. */
function spaced(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A path as people read it: queries are hard to read in their escapes. */
function legible(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '))
  } catch {
    return path
  }
}
