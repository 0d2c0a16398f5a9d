import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'

/** How many API calls were made, with switches for those who want to meet the limit. */
export function usagePage(org: Org, say: Saying = {}): Markup {
  const { used } = org.usage
  const { dailyApiRequests: limit } = org.settings
  return orgPage(
    org,
    'API usage',
    html`<section class="card">
      <h1>API usage</h1>
      <p>
        ${used.toLocaleString('en-US')} of ${limit.toLocaleString('en-US')} calls in the last 24
        hours${used >= limit ? '. The org refuses further calls.' : '.'}
      </p>
      <p>
        <meter
          min="0"
          max="${limit}"
          high="${limit * 0.8}"
          optimum="0"
          value="${used}"
          aria-label="API calls in 24 hours"
        ></meter>
      </p>
      <form method="post" action="/manage/usage">
        <div class="grid">
          <div>
            <label for="used">Calls in the last 24 hours</label>
            <input id="used" name="used" type="number" min="0" step="1" value="${used}" required />
          </div>
          <div>
            <label for="limit">Calls allowed in 24 hours</label>
            <input id="limit" name="limit" type="number" min="0" step="1" value="${limit}" required />
          </div>
        </div>
        <p></p>
        <button>Save</button>
      </form>
    </section>`,
    say,
  )
}
