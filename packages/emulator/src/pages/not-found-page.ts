import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'

/** What stands at an address that has no page or no record. */
export function notFoundPage(org: Org): Markup {
  return orgPage(
    org,
    'Not found',
    html`<section class="card">
      <h1>There is no such page in this emulated org</h1>
      <p>The record may not exist, or the address belongs to a part of Salesforce that is not emulated.</p>
      <p><a href="/">Back to the start</a></p>
    </section>`,
  )
}
