import type { Link, LinkScope } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { ensureScope } from './link-scopes.ts'
import { dropPending } from './pending-relations.ts'
import { putLinks } from './put-links.ts'
import type { Queryable } from './sql/sql.ts'

/** Inserts or replaces one link, and forgets what earlier pulls left pending for its record. */
export async function putLink(transaction: Queryable, database: Database, scope: LinkScope, link: Link): Promise<void> {
  const stored = await ensureScope(transaction, database, scope)
  await putLinks(transaction, database, { scope: stored, links: [link], isNew: () => false, jobNo: null })
  await dropPending(transaction, database, stored.no, [link.recordId], null)
}
