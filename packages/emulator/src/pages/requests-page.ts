import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'

const SHOWN = 200

/** The last requests of the API, newest first. */
export function requestsPage(org: Org): Markup {
  const requests = org.log.requests.slice(-SHOWN).toReversed()
  return orgPage(
    org,
    'Requests',
    html`<section class="card">
      <h1>API requests</h1>
      <p class="soft">The last ${SHOWN}, newest first. Reload the page to see later ones.</p>
      <table>
        <tr>
          <th>Time</th>
          <th>Method</th>
          <th>Path</th>
          <th>Status</th>
          <th>ms</th>
        </tr>
        ${requests.map(
          ({ at, method, path, status, milliseconds }) =>
            html`<tr>
              <td>${at.toISOString().slice(11, 23)}</td>
              <td>${method}</td>
              <td><code>${path}</code></td>
              <td>${status}</td>
              <td class="number">${milliseconds.toFixed(1)}</td>
            </tr>`,
        )}
      </table>
      ${requests.length === 0 ? html`<p>Nothing has been asked yet.</p>` : ''}
    </section>`,
  )
}
