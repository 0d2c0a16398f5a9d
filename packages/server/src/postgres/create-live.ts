import { createHash } from 'node:crypto'
import type { LiveEvent } from '@pryzm/salesforce-sdk/contract'
import type { Live } from '../engine/ports/index.ts'
import { PartCollector, partsOf } from './event-parts.ts'
import { EventQueue } from './event-queue.ts'
import type { Sql } from './sql/sql.ts'

interface Message {
  workspace: string
  event: LiveEvent
}

/**
 * Live events over LISTEN and NOTIFY: what one process publishes, every page that is open in any process hears. A subscription
 * ends when the database connection breaks, because events may then be missing: its page subscribes and reads again.
 */
export function createLive({ sql, schema = 'pryzm_salesforce' }: { sql: Sql; schema?: string }): Live {
  const channel = `pryzm_live_${createHash('sha256').update(schema).digest('hex').slice(0, 16)}`
  const readers = new Map<string, Set<EventQueue>>()
  let listening: Promise<unknown> | null = null

  function listen(): Promise<unknown> {
    if (listening) return listening
    const parts = new PartCollector()
    const lost = () => {
      listening = null
      for (const queue of [...readers.values()].flatMap((queues) => [...queues])) queue.end()
      readers.clear()
    }
    listening = sql.listen(channel, { heard: (payload) => deliver(parts.add(payload) as Message | undefined), lost })
    listening.catch(lost)
    return listening
  }

  function deliver(message: Message | undefined): void {
    if (message) for (const queue of readers.get(message.workspace) ?? []) queue.add(message.event)
  }

  function leave(workspace: string, queue: EventQueue): void {
    const queues = readers.get(workspace)
    queues?.delete(queue)
    if (queues?.size === 0) readers.delete(workspace)
    queue.end()
  }

  return {
    async publish(workspace, event) {
      // Whoever subscribed in this process before hears it.
      await listening?.catch(() => undefined)
      // Base64 holds no comma.
      await sql.query(`select pg_notify($1, part) from unnest(string_to_array($2, ',')) as parts (part)`, [
        channel,
        partsOf({ workspace, event }).join(','),
      ])
    },

    subscribe(workspace, signal) {
      const queue = new EventQueue()
      readers.set(workspace, (readers.get(workspace) ?? new Set()).add(queue))
      signal.addEventListener('abort', () => leave(workspace, queue), { once: true })
      const ready = listen()
      return (async function* () {
        try {
          await ready
          if (!signal.aborted) yield* queue.read()
        } finally {
          leave(workspace, queue)
        }
      })()
    },
  }
}
