import type { Link, LinkScope } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { linkCells, linkColumns } from './link-row.ts'
import { ensureScope, nameAttributes, type StoredScope } from './link-scopes.ts'
import type { CopyCell } from './sql/copy-text.ts'
import type { Queryable } from './sql/sql.ts'

const changes = linkColumns.filter((column) => column !== 'salesforce_id').map((column) => `${column} = excluded.${column}`)

/**
 * The statement that inserts or replaces one link. `parameter` takes a cell and returns what stands for it, such as `$1`; `from`
 * may name what has to hold a row for the link to be put.
 */
export function putLinkStatement(
  { name }: Pick<Database, 'name'>,
  { scope, link, from = '' }: { scope: StoredScope; link: Link; from?: string },
  parameter: (cell: CopyCell) => string,
): string {
  const cells = linkCells(link, scope, null).map(parameter)
  return `insert into ${name('links')} (scope_no, ${linkColumns.join(', ')}) select ${cells.join(', ')} ${from}
     on conflict (scope_no, salesforce_id) do update set ${changes.join(', ')}`
}

/** Finds or makes the scope of a link, with masks that can hold what the link has synced. */
export async function scopeFor(transaction: Queryable, database: Database, scope: LinkScope, link: Link): Promise<StoredScope> {
  const stored = await ensureScope(transaction, database, scope)
  await nameAttributes(transaction, database, stored, [link.syncedAttributes])
  return stored
}
