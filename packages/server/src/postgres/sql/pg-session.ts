import type { Notification, Pool, PoolClient } from 'pg'
import { type Listener, identifier } from './sql.ts'

/**
 * One connection of the pool kept aside for what lives as long as a connection: advisory locks and LISTEN. It is opened when
 * first needed, and again after it broke. Behind a pooler it needs session mode.
 */
export class PgSession {
  readonly #pool: Pool
  readonly #listeners = new Map<string, Set<Listener>>()
  #client: Promise<PoolClient> | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Takes the advisory lock of this key unless another session holds it. */
  async tryLock(key: string): Promise<boolean> {
    const rows = await this.#query('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [key])
    return rows[0]?.taken === true
  }

  async unlock(key: string): Promise<void> {
    // A session that broke has lost its locks already.
    if (this.#client) await this.#query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
  }

  async listen(channel: string, listener: Listener): Promise<{ stop(): Promise<void> }> {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners)
    listeners.add(listener)
    try {
      await this.#query(`listen ${identifier(channel)}`)
    } catch (error) {
      listeners.delete(listener)
      throw error
    }
    return {
      stop: async () => {
        listeners.delete(listener)
        if (listeners.size > 0 || !this.#client || this.#listeners.get(channel) !== listeners) return
        this.#listeners.delete(channel)
        await this.#query(`unlisten ${identifier(channel)}`)
      },
    }
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#drop()
    if (client) (await client.catch(() => null))?.release(true)
  }

  #query(text: string, values: string[] = []): Promise<Record<string, unknown>[]> {
    const answer = this.#queue.then(async () => (await (await this.#open()).query<Record<string, unknown>>(text, values)).rows)
    this.#queue = answer.catch(() => undefined)
    return answer
  }

  #open(): Promise<PoolClient> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = null
      throw error
    })
    return this.#client
  }

  async #connect(): Promise<PoolClient> {
    const client = await this.#pool.connect()
    client.on('notification', ({ channel, payload }: Notification) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener.heard(payload ?? '')
    })
    client.once('error', (error) => {
      client.release(error)
      this.#drop()
    })
    return client
  }

  #drop(): void {
    this.#client = null
    const lost = [...this.#listeners.values()].flatMap((listeners) => [...listeners])
    this.#listeners.clear()
    for (const listener of lost) listener.lost()
  }
}
