import type { Link } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { linkCells, linkColumns } from './link-row.ts'
import { nameAttributes, type StoredScope } from './link-scopes.ts'
import { copyText } from './sql/copy-text.ts'
import { mergeRows } from './sql/merge-rows.ts'
import type { Queryable } from './sql/sql.ts'

export interface LinkPut {
  scope: StoredScope
  links: readonly Link[]
  /** Whether this Salesforce id is known to have no link yet. */
  isNew: (salesforceId: string) => boolean
  /** The job that will write ids back where that is due. */
  jobNo: number | null
}

/**
 * Inserts or replaces links, the last of each Salesforce id: new ones by plain COPY, the others by merging. Returns those that
 * were merged.
 */
export async function putLinks(on: Queryable, database: Database, { scope, links, isNew, jobNo }: LinkPut): Promise<Link[]> {
  await nameAttributes(
    on,
    database,
    scope,
    links.map(({ syncedAttributes }) => syncedAttributes),
  )
  const fresh: Link[] = []
  const known: Link[] = []
  const newest = new Map<string, Link>()
  for (const link of links) newest.set(link.salesforceId, link)
  for (const link of newest.values()) {
    if (isNew(link.salesforceId)) fresh.push(link)
    else known.push(link)
  }
  const table = database.name('links')
  const columns = ['scope_no', ...linkColumns]
  const cells = (link: Link) => linkCells(link, scope, jobNo)
  if (known.length > 0) {
    // Links that let go of a record come first: only one link of a record may be live at any moment.
    const rows = known.toSorted((a, b) => Number(a.state === 'live') - Number(b.state === 'live'))
    await mergeRows(on, { table, columns, key: ['scope_no', 'salesforce_id'], rows, cells })
  }
  if (fresh.length > 0) {
    // Made at once, while the database is busy with what was sent before.
    const lines = [...copyText(fresh, cells)]
    await on.copy(`copy ${table} (${columns.join(', ')}) from stdin`, lines)
  }
  return known
}
