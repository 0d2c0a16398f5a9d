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

// Asks for the rows every second while the box is ticked and the page is seen.
const follow = `
const box = document.querySelector('#follow'), body = document.querySelector('tbody')
setInterval(async () => {
  if (!box.checked || document.hidden) return
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
        <p class="soft">The last ${SHOWN}, newest first.</p>
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

function cells({ at, method, path, status, milliseconds }: LoggedRequest): Cell[] {
  return [
    html`<strong>${method}</strong> <code>${legible(path)}</code>`,
    status >= 400 ? html`<span class="failed">${status}</span>` : status,
    milliseconds.toFixed(1),
    html`<time>${at.toISOString().slice(11, 23)}</time>`,
  ]
}

/** A path as people read it: queries are hard to read in their escapes. */
function legible(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '))
  } catch {
    return path
  }
}
