import type { MappingVersion } from '@pryzm/salesforce-sdk/contract'
import type { Selectable } from 'kysely'
import type { MappingStore, StoredMapping } from '../engine/ports/index.ts'
import { readCursor } from './cursor.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import type { MappingVersionsTable } from './tables.ts'

/** Larger ones are no numbers of versions to the database. */
const LARGEST_INTEGER = 2_147_483_647

/** Every saved version of every workspace's mapping. */
export function mappingStore({ sql, tables }: Database): MappingStore {
  const versionsOf = (workspace: string) => tables.selectFrom('mapping_versions').where('workspace', '=', workspace)

  return {
    async latest(workspace) {
      const row = await firstRow(sql, versionsOf(workspace).selectAll().orderBy('version', 'desc').limit(1))
      return row && storedMapping(row)
    },

    async version(workspace, version) {
      const row = await firstRow(sql, versionsOf(workspace).selectAll().where('version', '=', version))
      return row && storedMapping(row)
    },

    async versions(workspace, { cursor, limit }) {
      const before = readCursor(cursor)
      let query = versionsOf(workspace).select(['version', 'saved_by', 'saved_at', 'restored_from', 'changes'])
      if (before !== null) query = query.where('version', '<', Math.min(before, LARGEST_INTEGER))
      const found = await rows(sql, query.orderBy('version', 'desc').limit(limit + 1))
      const items = found.slice(0, limit).map((row) => ({ ...versionOf(row), changes: row.changes }))
      return { items, next: found.length > limit ? String(items.at(-1)?.version) : null }
    },

    async add(workspace, { baseVersion, mapping, savedBy, savedAt, restoredFrom, changes }) {
      const newest = await firstRow(sql, versionsOf(workspace).select('version').orderBy('version', 'desc').limit(1))
      if ((newest?.version ?? 0) !== baseVersion) return null
      // Two saves on one base both come here; the primary key lets one of them through.
      const row = await firstRow(
        sql,
        tables
          .insertInto('mapping_versions')
          .values({
            workspace,
            version: baseVersion + 1,
            mapping: jsonColumn(mapping),
            saved_by: jsonColumn(savedBy),
            saved_at: savedAt,
            restored_from: restoredFrom,
            changes: jsonColumn(changes),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll(),
      )
      return row && storedMapping(row)
    },
  }
}

type VersionRow = Pick<Selectable<MappingVersionsTable>, 'version' | 'saved_by' | 'saved_at' | 'restored_from'>

function storedMapping(row: VersionRow & Pick<Selectable<MappingVersionsTable>, 'mapping'>): StoredMapping {
  return { ...versionOf(row), mapping: row.mapping }
}

function versionOf(row: VersionRow): MappingVersion {
  const { version, saved_by: savedBy, restored_from: restoredFrom } = row
  return { version, savedBy, savedAt: row.saved_at.toISOString(), restoredFrom }
}
