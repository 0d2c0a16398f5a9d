import type { PullStore } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import { ensureScope, findScope } from './link-scopes.ts'

/** How far each object pair's pulls have come. */
export function watermarks(database: Database): Pick<PullStore, 'watermark' | 'putWatermark'> {
  const { sql, tables } = database

  return {
    async watermark(scope) {
      const stored = await findScope(sql, database, scope)
      const row = stored && (await firstRow(sql, tables.selectFrom('watermarks').selectAll().where('scope_no', '=', stored.no)))
      return row && { at: row.at, userId: row.user_id, planHash: row.plan_hash, failedIds: row.failed_ids }
    },

    async putWatermark(scope, watermark) {
      const { no } = await ensureScope(sql, database, scope)
      const columns = {
        at: watermark.at,
        user_id: watermark.userId,
        plan_hash: watermark.planHash,
        failed_ids: jsonColumn(watermark.failedIds),
      }
      await rows(
        sql,
        tables
          .insertInto('watermarks')
          .values({ scope_no: no, ...columns })
          .onConflict((conflict) => conflict.column('scope_no').doUpdateSet(columns)),
      )
    },
  }
}
