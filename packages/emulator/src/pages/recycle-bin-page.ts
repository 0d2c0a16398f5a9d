import { html } from 'hono/html'
import type { Org } from '../org/org.ts'
import { recycleBin } from '../org/restore-record.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { dataTable, type Cell } from './table.ts'

const SHOWN = 200
const columns = [{ label: 'Record' }, { label: 'Object' }, { label: 'Deleted (UTC)' }, { label: '', kind: 'action' as const }]

/** Deleted records, with a button to bring each one back. */
export function recycleBinPage(org: Org, say: Saying = {}): Markup {
  const deleted = recycleBin(org)
  const rows = deleted.slice(0, SHOWN).map(({ object, row }): Cell[] => {
    const name = String(row.Name ?? ([row.FirstName, row.LastName].filter(Boolean).join(' ') || row.Id))
    return [
      html`<a href="/${row.Id}">${name}</a>${row.MasterRecordId ? html` <span class="tag">merged</span>` : ''}`,
      object.label,
      html`<time>${String(row.SystemModstamp).slice(0, 16).replace('T', ' ')}</time>`,
      html`<form method="post" action="/manage/recycle-bin">
        <input type="hidden" name="object" value="${object.name}" />
        <button class="quiet" name="id" value="${row.Id}" aria-label="Restore ${name}">Restore</button>
      </form>`,
    ]
  })
  return orgPage(
    org,
    'Recycle bin',
    html`<section class="card">
      <h1>Recycle bin</h1>
      ${rows.length === 0 ? html`<p class="soft">Nothing was deleted.</p>` : dataTable(columns, rows)}
      ${deleted.length > SHOWN ? html`<p class="soft">The last ${SHOWN} of ${deleted.length}.</p>` : ''}
    </section>`,
    say,
  )
}
