import type { EventOutbox, HostEvent } from '../engine/ports/index.ts'
import { type Database, rows } from './database.ts'

/** The outbox as a table. Two processes that claim at once get different events. */
export function eventOutbox({ sql, tables, name }: Database): EventOutbox {
  return {
    async keep(event, dueAt) {
      const { id, workspace } = event
      await rows(sql, tables.insertInto('host_events').values({ id, workspace, event: JSON.stringify(event), due_at: dueAt }))
    },
    async postpone(id, dueAt) {
      await rows(sql, tables.updateTable('host_events').set({ due_at: dueAt }).where('id', '=', id))
    },
    async drop(id) {
      await rows(sql, tables.deleteFrom('host_events').where('id', '=', id))
    },
    async claim(now, dueAgainAt, limit) {
      const claimed = await sql.query<{ event: HostEvent }>(
        `update ${name('host_events')} set due_at = $2
         where id in (select id from ${name('host_events')} where due_at <= $1 order by due_at limit $3 for update skip locked)
         returning event`,
        [now, dueAgainAt, limit],
      )
      return claimed.map(({ event }) => event)
    },
  }
}
