import type { ObjectDescribe } from '@pryzm/salesforce-sdk/contract'
import type { DescribedAccess, DescribeKey, DescribeReading, DescribeStore } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'

/** Describes and their baselines; a baseline is kept apart only while it differs from the describe. */
export function describeStore({ sql, tables, name }: Database): DescribeStore {
  const stored = ({ workspace, orgId, object }: DescribeKey) =>
    tables.selectFrom('describes').where('workspace', '=', workspace).where('org_id', '=', orgId).where('object', '=', object)
  const changing = ({ workspace, orgId, object }: DescribeKey) =>
    tables.updateTable('describes').where('workspace', '=', workspace).where('org_id', '=', orgId).where('object', '=', object)

  // A reading that was under way while somebody disconnected, or signed in as another user, is not kept. Whoever ends the
  // connection at the same time waits for the lock, and then finds what was kept.
  const connected = `connected as (
    select from ${name('connections')}
    where workspace = $1 and status <> 'disconnected' and org ->> 'id' = $2 and user_id = $4 for share
  )`

  return {
    async known(key) {
      const query = stored(key).select(['revision', 'hash', 'user_id', 'mark', 'read_at', 'checked_at'])
      const row = await firstRow(sql, query)
      return (
        row && {
          revision: row.revision,
          hash: row.hash,
          userId: row.user_id,
          mark: row.mark,
          readAt: row.read_at,
          checkedAt: row.checked_at,
        }
      )
    },

    async read(key) {
      return firstRow(sql, stored(key).select('describe'))
    },

    async add({ workspace, orgId, object }, reading) {
      await sql.query(
        `with ${connected}
         insert into ${name('describes')} (
           workspace, org_id, object, user_id, revision, hash, describe, mark, read_at, checked_at, baseline_hash, baseline_at
         )
         select $1, $2, $3, $4, 1, $5, $6::json, $7, $8::timestamptz, $8::timestamptz, $5, $8::timestamptz from connected
         on conflict do nothing`,
        [workspace, orgId, object, ...readingColumns(reading)],
      )
    },

    async replace({ workspace, orgId, object }, revision, reading) {
      const [replaced] = await sql.query<{ before: ObjectDescribe | null }>(
        `with ${connected}
         update ${name('describes')} as kept
         set user_id = $4, hash = $5, describe = $6::json, mark = $7, read_at = $8::timestamptz, checked_at = $8::timestamptz,
           revision = kept.revision + 1,
           baseline = case
             when kept.baseline_hash = $5 then null
             when kept.baseline_hash = kept.hash then kept.describe
             else kept.baseline
           end
         from (
           select describe as before from ${name('describes')}
           where workspace = $1 and org_id = $2 and object = $3 and revision = $9 for update
         ) as old, connected
         where kept.workspace = $1 and kept.org_id = $2 and kept.object = $3 and kept.revision = $9
         returning old.before`,
        [workspace, orgId, object, ...readingColumns(reading), revision],
      )
      return replaced ?? null
    },

    async confirm(key, revision, { at, whole }) {
      const read = whole && { read_at: at, user_id: whole.userId, mark: whole.mark }
      await rows(
        sql,
        changing(key)
          .set({ checked_at: at, ...read })
          .where('revision', '=', revision),
      )
    },

    async noteAbsent(key, absent) {
      if (absent.size === 0) return
      await sql.query(
        `update ${name('describes')} set absent = (absent::jsonb || $4::jsonb)::json
         where workspace = $1 and org_id = $2 and object = $3`,
        [key.workspace, key.orgId, key.object, jsonColumn(Object.fromEntries(absent))],
      )
    },

    async drift(workspace, orgId) {
      const found = await sql.query<DriftRow>(
        `select object, baseline_at, checked_at, absent, hash <> baseline_hash as drifted, baseline,
           case when hash <> baseline_hash then describe end as describe
         from ${name('describes')} where workspace = $1 and org_id = $2`,
        [workspace, orgId],
      )
      return found.map(({ object, baseline_at, checked_at, absent, drifted, baseline, describe }) => ({
        object,
        since: baseline_at,
        checkedAt: checked_at,
        drifted: drifted ? { before: baseline, after: describe, absent: new Map(Object.entries(absent)) } : null,
      }))
    },

    async access(workspace, orgId, userId) {
      const found = await sql.query<DescribedAccess & { object: DescribeKey['object'] }>(
        `select object, coalesce((describe ->> 'queryable')::boolean, false) as queryable,
           coalesce((describe ->> 'createable')::boolean, false) as createable,
           coalesce((describe ->> 'updateable')::boolean, false) as updateable
         from ${name('describes')} where workspace = $1 and org_id = $2 and user_id = $3`,
        [workspace, orgId, userId],
      )
      return new Map(found.map(({ object, ...access }) => [object, access]))
    },

    async acknowledge(workspace, at) {
      await sql.query(
        `update ${name('describes')} set baseline = null, baseline_hash = hash, baseline_at = $2::timestamptz, absent = '{}'
         where workspace = $1`,
        [workspace, at],
      )
    },

    async clear(workspace) {
      await rows(sql, tables.deleteFrom('describes').where('workspace', '=', workspace))
    },

    async takeDue({ now, before, limit }) {
      const taken = await sql.query<{ workspace: string }>(
        `update ${name('connections')} set schema_looked_at = $1::timestamptz
         where workspace in (
           select workspace from ${name('connections')} as connection
           where status = 'connected' and (schema_looked_at is null or schema_looked_at <= $2::timestamptz)
             and exists (select from ${name('mapping_versions')} as saved where saved.workspace = connection.workspace)
           order by schema_looked_at nulls first limit $3::int for update skip locked
         )
         returning workspace`,
        [now, before, limit],
      )
      return taken.map(({ workspace }) => workspace)
    },
  }
}

interface DriftRow {
  object: DescribeKey['object']
  baseline_at: Date
  checked_at: Date
  absent: Record<string, 'removed' | 'hidden'>
  drifted: boolean
  baseline: ObjectDescribe | null
  describe: ObjectDescribe | null
}

function readingColumns({ userId, hash, describe, mark, at }: DescribeReading) {
  return [userId, hash, jsonColumn(describe), mark, at] as const
}
