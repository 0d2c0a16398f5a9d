import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Insertable } from 'kysely'
import type { ConnectionStore, StoredConnection } from '../engine/ports/index.ts'
import { connectAttempts } from './connect-attempts.ts'
import { connectionColumns, connectionOf } from './connection-row.ts'
import { type Database, firstRow, rows } from './database.ts'
import type { ConnectionsTable } from './tables.ts'
import type { TokenBox } from './token-box.ts'

/** Connections and attempts to connect; their tokens lie in the box. */
export function connectionStore(database: Database, box: TokenBox): ConnectionStore {
  const { sql, tables } = database

  async function get(workspace: string): Promise<StoredConnection | null> {
    const row = await firstRow(sql, tables.selectFrom('connections').selectAll().where('workspace', '=', workspace))
    return row && connectionOf(row, box)
  }

  return {
    ...connectAttempts(database, box),
    get,

    async put({ workspace, ...connection }) {
      const columns = connectionColumns(workspace, connection, box)
      await rows(
        sql,
        tables
          .insertInto('connections')
          .values({ ...columns, workspace } as Insertable<ConnectionsTable>)
          .onConflict((conflict) => conflict.column('workspace').doUpdateSet(columns)),
      )
    },

    async change(workspace, changes) {
      if (Object.keys(changes).length === 0) return
      await rows(
        sql,
        tables
          .updateTable('connections')
          .set(connectionColumns(workspace, changes, box))
          .where('workspace', '=', workspace),
      )
    },

    withRefreshLock: (workspace, work) =>
      sql.withLock(`refresh ${workspace}`, async () => {
        const connection = await get(workspace)
        if (!connection) throw new SyncError('not_connected', 'This workspace is not connected to Salesforce. Connect first.')
        return work(connection)
      }),
  }
}
