import type { Link, LinkScope, LinkStore } from '../engine/ports/index.ts'
import { type Database, rows } from './database.ts'
import { linkColumns, linkOf, type LinkRow } from './link-row.ts'
import { findScope } from './link-scopes.ts'
import { openWriteBacks } from './open-write-backs.ts'
import { putLink } from './put-link.ts'
import { isUuid } from './uuid.ts'

const COLUMNS = linkColumns.join(', ')

/** Links, looked at one by one; a pull looks at them through its pages. */
export function linkStore(database: Database): LinkStore {
  const { sql, tables, name } = database

  async function one(scope: LinkScope, condition: string, id: string): Promise<Link | null> {
    const stored = await findScope(sql, database, scope)
    if (!stored) return null
    const found = await sql.query<LinkRow>(
      `select ${COLUMNS} from ${name('links')} where scope_no = $1 and ${condition} order by stamp desc nulls last limit 1`,
      [stored.no, id],
    )
    const [row] = found
    if (row === undefined) return null
    const open = await openWriteBacks(sql, database, stored.no)
    return linkOf(row, stored.attributes, (job) => !open.has(job))
  }

  return {
    async byRecord(scope, recordId) {
      if (!isUuid(recordId)) return null
      // A record whose link was released may have several; the live one counts, else the newest.
      return (await one(scope, 'record_id = $2 and state = 0', recordId)) ?? one(scope, 'record_id = $2 and state <> 0', recordId)
    },
    bySalesforceId: (scope, salesforceId) => one(scope, 'salesforce_id = $2', salesforceId),

    async salesforceIds(workspace, orgId, recordType, recordIds) {
      const found = await sql.query<{ record_id: string; salesforce_id: string }>(
        `select l.record_id, l.salesforce_id from ${name('link_scopes')} s
         cross join unnest(string_to_array($4, ',')) as asked (id)
         cross join lateral (
           select * from ${name('links')} where scope_no = s.no and record_id = asked.id::uuid and state = 0 limit 1
         ) l
         where s.workspace = $1 and s.org_id = $2 and s.record_type = $3 and not s.archived`,
        [workspace, orgId, recordType, recordIds.filter(isUuid).join(',')],
      )
      return new Map(found.map((row) => [row.record_id, row.salesforce_id]))
    },

    put: (scope, link) => sql.transaction((transaction) => putLink(transaction, database, scope, link)),

    async archive(workspace, orgId) {
      const scopes = tables.updateTable('link_scopes').where('workspace', '=', workspace).where('org_id', '=', orgId)
      await rows(sql, scopes.set({ archived: true }))
    },

    async countLinked(scope) {
      const stored = await findScope(sql, database, scope)
      if (!stored) return 0
      const counted = await sql.query<{ count: number }>(
        `select count(*) as count from ${name('links')} where scope_no = $1 and state = 0`,
        [stored.no],
      )
      return counted[0]?.count ?? 0
    },
  }
}
