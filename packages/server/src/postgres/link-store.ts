import type { Link, LinkScope, LinkStore } from '../engine/ports/index.ts'
import { AttributeNames } from './attribute-mask.ts'
import { type Database, rows } from './database.ts'
import { linkColumns, linkOf, type LinkRow } from './link-row.ts'
import { findScope } from './link-scopes.ts'
import { openWriteBacks } from './open-write-backs.ts'
import { dropPending } from './pending-relations.ts'
import { putLinkStatement, scopeFor } from './put-link.ts'
import { isUuid } from './uuid.ts'

const COLUMNS = linkColumns.map((column) => `l.${column}`).join(', ')

/** Links, looked at one by one; a pull looks at them through its pages. */
export function linkStore(database: Database): LinkStore {
  const { sql, tables, name } = database

  type Found = LinkRow & { scope_no: number; attributes: string[] }

  /** The first link that these look-ups in `links` bring, in their order. */
  async function first({ workspace, orgId, object, recordType }: LinkScope, id: string, lookUps: string[]): Promise<Link | null> {
    const links = lookUps.map((condition) => `(select * from ${name('links')} where scope_no = s.no and ${condition} limit 1)`)
    const [row] = await sql.query<Found>(
      `select ${COLUMNS}, l.scope_no, s.attributes from ${name('link_scopes')} s
       cross join lateral (select * from (${links.join(' union all ')}) found limit 1) l
       where s.workspace = $1 and s.org_id = $2 and s.object = $3 and s.record_type = $4 and not s.archived`,
      [workspace, orgId, object, recordType, id],
    )
    if (row === undefined) return null
    const open = row.due_job === null ? new Set<number>() : await openWriteBacks(sql, database, row.scope_no)
    return linkOf(row, new AttributeNames(row.attributes), (job) => !open.has(job))
  }

  return {
    async byRecord(scope, recordId) {
      if (!isUuid(recordId)) return null
      // A record whose link was released may have several; the live one counts, else the newest.
      const released = 'record_id = $5 and state <> 0 order by stamp desc nulls last'
      return first(scope, recordId, ['record_id = $5 and state = 0', released])
    },
    bySalesforceId: (scope, salesforceId) => first(scope, salesforceId, ['salesforce_id = $5']),

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

    put: (scope, link) =>
      sql.transaction(async (transaction) => {
        const stored = await scopeFor(transaction, database, scope, link)
        const parameters: unknown[] = []
        await transaction.query(
          putLinkStatement(database, { scope: stored, link }, (cell) => `$${parameters.push(cell)}`),
          parameters,
        )
        await dropPending(transaction, database, stored.no, [link.recordId], null)
      }),

    async moveRevisions({ workspace, orgId, object, recordType }, moves) {
      if (moves.length === 0) return
      await sql.query(
        `update ${name('links')} l set revision = moved.after
         from ${name('link_scopes')} s, json_to_recordset($5::json) as moved (record_id uuid, before text, after text)
         where s.workspace = $1 and s.org_id = $2 and s.object = $3 and s.record_type = $4 and not s.archived
           and l.scope_no = s.no and l.record_id = moved.record_id and l.state = 0 and l.revision = moved.before`,
        [
          workspace,
          orgId,
          object,
          recordType,
          JSON.stringify(moves.map(({ recordId, before, after }) => ({ record_id: recordId, before, after }))),
        ],
      )
    },

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
