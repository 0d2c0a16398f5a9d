import { html } from 'hono/html'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'
import { findRecords, PAGE_ROWS } from './find-records.ts'
import { orgPage, type Markup } from './layout.ts'

const columnsOf: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Industry', 'Phone', 'BillingCity', 'Pryzm_ID__c', 'LastModifiedDate'],
  Contact: ['Name', 'Title', 'Email', 'Phone', 'Pryzm_ID__c', 'LastModifiedDate'],
  Opportunity: ['Name', 'StageName', 'Amount', 'CloseDate', 'Pryzm_ID__c', 'LastModifiedDate'],
  User: ['Name', 'Username', 'Title', 'IsActive'],
}

/** The records of an object, with a search and pages of fifty. */
export function recordListPage(org: Org, view: ObjectView, search: string, page: number): Markup {
  const { rows, more, gaveUp } = findRecords(org, view, search, page)
  const names = columnsOf[view.type.name] ?? view.fields.slice(1, 7).map((field) => field.name)
  const columns = names.flatMap((name) => view.field(name) ?? [])
  const readers = columns.map((field) => valueReader(org, view.type.name, field))
  const pageLink = (to: number) => `/manage/${view.type.name}/records?${new URLSearchParams({ search, page: String(to) })}`
  return orgPage(
    org,
    view.type.labelPlural,
    html`<section class="card">
      <h1>${view.type.labelPlural}</h1>
      <form class="row" role="search">
        <input
          name="search"
          value="${search}"
          aria-label="Search ${view.type.labelPlural}"
          placeholder="Search or paste an id"
          style="max-width:340px"
        />
        <button class="quiet">Search</button>
      </form>
      ${gaveUp ? html`<p class="soft">The search looked at the first records only. Paste an id to find any record.</p>` : ''}
      <table>
        <tr>
          ${columns.map((field) => html`<th>${field.label}</th>`)}
        </tr>
        ${rows.map((row) =>
          recordLine(
            row,
            readers.map((read) => String(read(row) ?? '')),
          ),
        )}
      </table>
      ${rows.length === 0 ? html`<p>No records.</p>` : ''}
      <p class="row">
        ${page > 0 ? html`<a href="${pageLink(page - 1)}">Previous ${PAGE_ROWS}</a>` : ''}
        ${more ? html`<a href="${pageLink(page + 1)}">Next ${PAGE_ROWS}</a>` : ''}
      </p>
    </section>`,
  )
}

function recordLine(row: Row, [first = '', ...cells]: readonly string[]): Markup {
  return html`<tr>
    <td><a href="/${row.Id}">${first || '(no name)'}</a></td>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`
}
