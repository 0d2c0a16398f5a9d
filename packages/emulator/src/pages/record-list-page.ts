import { html } from 'hono/html'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { valueReader } from '../org/value-reader.ts'
import { cellText } from './cell-text.ts'
import { findRecords, PAGE_ROWS, type FoundRecords } from './find-records.ts'
import { orgPage, type Markup } from './layout.ts'
import { dataTable, type Cell, type TableColumn } from './table.ts'

const columnsOf: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Industry', 'Phone', 'BillingCity', 'Pryzm_ID__c', 'LastModifiedDate'],
  Contact: ['Name', 'Title', 'Email', 'Phone', 'Pryzm_ID__c', 'LastModifiedDate'],
  Opportunity: ['Name', 'StageName', 'Amount', 'CloseDate', 'Pryzm_ID__c', 'LastModifiedDate'],
  User: ['Name', 'Username', 'Title', 'IsActive'],
}

/** The records of an object, with a search and pages of fifty. */
export function recordListPage(org: Org, view: ObjectView, search: string, page: number): Markup {
  const { name, labelPlural, label } = view.type
  const found = findRecords(org, view, search, page)
  return orgPage(
    org,
    labelPlural,
    html`<section class="card">
      <div class="row">
        <h1>${labelPlural}</h1>
        <a class="end" href="/lightning/setup/ObjectManager/${name}/FieldsAndRelationships/view">Fields</a>
        ${canCreate(view) ? html`<a class="button" href="/manage/${name}/new">New ${label}</a>` : ''}
      </div>
      <p></p>
      <form class="row" role="search">
        <input
          class="grow"
          type="search"
          name="search"
          value="${search}"
          aria-label="Search ${labelPlural}"
          placeholder="Search or paste an id"
        />
        <button class="quiet">Search</button>
        ${search === '' ? '' : html`<a href="/manage/${name}/records">Show all</a>`}
      </form>
      <p></p>
      ${recordTable(org, view, found)} ${pager(org, view, search, page, found)}
    </section>`,
  )
}

function canCreate({ type, permissions }: ObjectView): boolean {
  return type.hasPages && type.createable && permissions.create
}

function recordTable(org: Org, view: ObjectView, { rows }: FoundRecords): Markup {
  if (rows.length === 0) return html`<p>No records found.</p>`
  const names = columnsOf[view.type.name] ?? view.fields.slice(1, 7).map((field) => field.name)
  const columns = names.flatMap((name) => view.field(name) ?? [])
  const readers = columns.map((field) => ({ field, read: valueReader(org, view.type.name, field) }))
  const heads = columns.map((field): TableColumn =>
    field.type === 'currency' ? { label: field.label, kind: 'number' } : { label: field.label },
  )
  return dataTable(
    heads,
    rows.map((row) =>
      readers.map(({ field, read }, at): Cell => {
        const value = read(row)
        return at === 0 ? html`<a href="/${row.Id}">${String(value ?? '') || '(no name)'}</a>` : cellText(field, value)
      }),
    ),
  )
}

function pager(org: Org, { type }: ObjectView, search: string, page: number, { rows, more, gaveUp }: FoundRecords): Markup {
  const { size, deleted } = org.table(type.name)
  const first = page * PAGE_ROWS
  const of = search === '' ? ` of ${(size - deleted).toLocaleString('en-US')}` : more ? ' and more' : ''
  const link = (to: number) => `/manage/${type.name}/records?${new URLSearchParams({ search, page: String(to) })}`
  return html`<p></p>
    <div class="row">
      ${page > 0 ? html`<a class="button" href="${link(page - 1)}">Previous</a>` : ''}
      ${rows.length > 0 ? html`<span class="soft">${first + 1} to ${first + rows.length}${of}</span>` : ''}
      ${more ? html`<a class="button" href="${link(page + 1)}">Next</a>` : ''}
      ${gaveUp ? html`<span class="soft">The search looked at the first records only. Paste an id to find any record.</span>` : ''}
    </div>`
}
