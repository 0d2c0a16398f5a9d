import type { Selectable } from 'kysely'
import type { MappingStore, StoredMapping } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import type { MappingVersionsTable } from './tables.ts'

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

    async versions(workspace) {
      const query = versionsOf(workspace).select(['version', 'saved_by', 'saved_at']).orderBy('version', 'desc')
      return (await rows(sql, query)).map((row) => ({
        version: row.version,
        savedBy: row.saved_by,
        savedAt: row.saved_at.toISOString(),
      }))
    },

    async add(workspace, { baseVersion, mapping, savedBy, savedAt }) {
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
          })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll(),
      )
      return row && storedMapping(row)
    },
  }
}

function storedMapping(row: Selectable<MappingVersionsTable>): StoredMapping {
  return { version: row.version, mapping: row.mapping, savedBy: row.saved_by, savedAt: row.saved_at.toISOString() }
}
