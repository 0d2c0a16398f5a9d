import type { Db } from 'pg-boss'
import type { RecordsTransaction } from '../engine/ports/index.ts'
import type { Sql } from '../postgres/sql/sql.ts'

const RELISTEN_MS = 1000

/** The kit's database as pg-boss asks for it. */
export function bossDatabase(sql: Sql): Db {
  return {
    async executeSql(text, values = []) {
      // Statements without parameters may be several in one text.
      return { rows: values.length > 0 ? await sql.query(text, values) : await sql.script(text) }
    },
    listen: (channel, onNotification, onReconnect) => listen(sql, channel, onNotification, onReconnect),
  }
}

/** A transaction of the store, for pg-boss to write a task in. */
export function bossTransaction(transaction: RecordsTransaction): Db {
  return { executeSql: async (text, values = []) => ({ rows: await transaction.query(text, values) }) }
}

/** Listens until closed: a connection that breaks is opened again, and what was missed is asked for. */
async function listen(sql: Sql, channel: string, heard: (payload: string) => void, onReconnect: () => void) {
  let closed = false
  let current: { stop(): Promise<void> } | null = null
  const open = async (): Promise<void> => {
    current = await sql.listen(channel, { heard, lost: () => void reopen() })
    onReconnect()
  }
  const reopen = async (): Promise<void> => {
    current = null
    await new Promise((resolve) => setTimeout(resolve, RELISTEN_MS).unref())
    if (!closed) await open().catch(reopen)
  }
  await open()
  return {
    close: async () => {
      closed = true
      await current?.stop()
    },
  }
}
