import { randomUUID } from 'node:crypto'
import type { LiveEvent } from '@pryzm/salesforce-sdk/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Live } from '../../src/engine/ports/index.ts'
import { createLive } from '../../src/postgres/create-live.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'

const changed = (what: 'connection' | 'mapping' | 'setup'): LiveEvent => ({ type: 'changed', what })

describe.each(databases)('live events on $name', ({ open }) => {
  let sql: Sql
  let live: Live
  beforeAll(async () => {
    sql = await open()
    live = createLive({ sql })
  })
  afterAll(() => sql.close())

  function subscribe(workspace: string, to = live) {
    const controller = new AbortController()
    const events = to.subscribe(workspace, controller.signal)[Symbol.asyncIterator]()
    return { next: async () => (await events.next()).value, leave: () => controller.abort() }
  }

  it('brings every reader of the workspace what anybody publishes, and nobody else', async () => {
    const elsewhere = createLive({ sql })
    const [acme, globex] = [randomUUID(), randomUUID()]
    const readers = [subscribe(acme), subscribe(acme, elsewhere), subscribe(globex, elsewhere)] as const
    await elsewhere.publish(globex, changed('connection'))
    await live.publish(acme, changed('mapping'))
    expect(await Promise.all(readers.map(({ next }) => next()))).toEqual([
      changed('mapping'),
      changed('mapping'),
      changed('connection'),
    ])
    for (const { leave } of readers) leave()
  })

  it('brings an event whole that is larger than a notification may be', async () => {
    const workspace = randomUUID()
    const { next, leave } = subscribe(workspace)
    const event = { type: 'job', job: { id: 'job-1', label: '🏔️ ü'.repeat(10_000) } } as LiveEvent
    await live.publish(workspace, event)
    // Not toEqual, which would print all of it.
    expect(JSON.stringify(await next()) === JSON.stringify(event)).toBe(true)
    leave()
  })

  it('keeps only the newest event of each subject for a reader who is slow', async () => {
    const workspace = randomUUID()
    const { next, leave } = subscribe(workspace)
    const prompt = subscribe(workspace)
    const job = (processed: number) => ({ type: 'job', job: { id: 'job-1', counts: { processed } } }) as LiveEvent
    for (const event of [job(1), job(2), job(3), changed('mapping')]) {
      await live.publish(workspace, event)
      expect(await prompt.next()).toEqual(event)
    }
    expect([await next(), await next()]).toEqual([job(3), changed('mapping')])
    leave()
    prompt.leave()
  })

  it('ends when its reader goes', async () => {
    const { next, leave } = subscribe(randomUUID())
    const last = next()
    leave()
    expect(await last).toBeUndefined()
  })

  it('ends at once for a reader who has gone before', async () => {
    const events = live.subscribe('acme', AbortSignal.abort())[Symbol.asyncIterator]()
    expect(await events.next()).toEqual({ done: true, value: undefined })
  })
})

describe('live events on a Postgres connection that breaks', () => {
  it('end, so that the page reads again, and come again to who subscribes anew', async () => {
    const sql = await databases[1]!.open()
    const live = createLive({ sql })
    const { signal } = new AbortController()
    const events = live.subscribe('acme', signal)[Symbol.asyncIterator]()
    await live.publish('acme', changed('mapping'))
    expect((await events.next()).value).toEqual(changed('mapping'))
    const next = events.next()
    await sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`,
    )
    expect(await next).toEqual({ done: true, value: undefined })

    const again = live.subscribe('acme', signal)[Symbol.asyncIterator]()
    await live.publish('acme', changed('setup'))
    expect((await again.next()).value).toEqual(changed('setup'))
    await sql.close()
  })
})
