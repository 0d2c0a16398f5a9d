import { setTimeout as wait } from 'node:timers/promises'
import pg, { type CustomTypesConfig, type Pool, type PoolClient } from 'pg'
import { columnParsers } from './column-parsers.ts'
import { CopyIn } from './copy-in.ts'
import { inTurn } from './in-turn.ts'
import { KeyMutex } from './key-mutex.ts'
import { parameter } from './parameter.ts'
import { PgSession } from './pg-session.ts'
import type { CopyChunks, Queryable, Sql, Transaction } from './sql.ts'

const LOCK_RETRY_MS = 50

/** `Sql` over a pool of `pg`, which stays the caller's to end. It needs two connections at least: one is kept for locks and LISTEN. */
export function sqlOverPool(pool: Pool): Sql {
  const session = new PgSession(pool)
  const mutex = new KeyMutex()

  return {
    query: (text, parameters) => query(pool, text, parameters),
    copy: (text, chunks) => withClient(pool, (client) => copy(client, text, chunks)),
    script: (text) => withClient(pool, (client) => script(client, text)),
    transaction: (work) => withClient(pool, (client) => transaction(client, work)),
    withLock: (key, work) =>
      mutex.run(key, async () => {
        while (!(await session.tryLock(key))) await wait(LOCK_RETRY_MS)
        try {
          return await work()
        } finally {
          // Nobody waits for it: the next who wants the lock asks on the same connection, after this.
          session.unlock(key).catch(() => undefined)
        }
      }),
    listen: (channel, listener) => session.listen(channel, listener),
    close: () => session.close(),
  }
}

/** `Sql` over a Postgres URL, with a pool of its own. */
export function sqlOverUrl(connectionString: string): Sql {
  const pool = new pg.Pool({ connectionString, max: 10, keepAlive: true })
  // An idle connection that breaks is replaced when one is needed next; without a listener it would end the process.
  pool.on('error', () => undefined)
  const sql = sqlOverPool(pool)
  return {
    ...sql,
    async close() {
      await sql.close()
      await pool.end()
    },
  }
}

const types: CustomTypesConfig = {
  getTypeParser: (type) => columnParsers[type] ?? (pg.types.getTypeParser(type) as (value: string) => unknown),
}

async function query<Row>(on: Pool | PoolClient, text: string, parameters?: readonly unknown[]): Promise<Row[]> {
  const config = parameters?.length ? { text, values: parameters.map(parameter), types } : { text, types }
  const result: unknown = await on.query(config)
  // Several statements in one text answer with one result each.
  return (Array.isArray(result) ? result : [result]).flatMap((each: { rows: Row[] }) => each.rows)
}

async function script<Row>(client: PoolClient, text: string): Promise<Row[]> {
  try {
    return await query<Row>(client, text)
  } catch (error) {
    // A script may have begun a transaction of its own; the connection goes back to the pool.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function copy(client: PoolClient, text: string, chunks: CopyChunks): Promise<void> {
  return client.query(new CopyIn(text, chunks)).stored
}

async function withClient<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    return await work(client)
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

async function transaction<Result>(client: PoolClient, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const statements: Queryable = {
    query: (text, parameters) => query(client, text, parameters),
    copy: (text, chunks) => copy(client, text, chunks),
  }
  await client.query('begin')
  try {
    const result = await inTurn(statements, work)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
