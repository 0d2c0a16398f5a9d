import { AsyncLocalStorage } from 'node:async_hooks'
import { PGlite, type PGliteInterface, type Transaction as LiteTransaction } from '@electric-sql/pglite'
import { columnParsers } from './column-parsers.ts'
import { inTurn } from './in-turn.ts'
import { KeyMutex } from './key-mutex.ts'
import { parameter } from './parameter.ts'
import type { CopyChunks, Queryable, Sql } from './sql.ts'

/** The transaction that this code runs in, if any. */
const current = new AsyncLocalStorage<{ lite: PGliteInterface; open: boolean }>()

/** Locks of each embedded database, however many `Sql` there are over it. */
const locks = new WeakMap<PGliteInterface, KeyMutex>()

/** `Sql` over an embedded database, which stays the caller's to close. One process, one connection. */
export function sqlOverPGlite(lite: PGliteInterface): Sql {
  const mutex = locks.get(lite) ?? new KeyMutex()
  locks.set(lite, mutex)
  const outside = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    // The one connection is busy with the transaction that waits for this answer: they would wait for each other for ever.
    const around = current.getStore()
    if (around?.lite === lite && around.open)
      throw new Error('A query went past the transaction it runs in. Hand the transaction on.')
    return ask()
  }

  return {
    query: (text, parameters) => outside(() => query(lite, text, parameters)),
    copy: (text, chunks) => outside(() => copy(lite, text, chunks)),
    script: (text) => outside(() => script(lite, text)),
    transaction: (work) =>
      outside(() =>
        lite.transaction((transaction) => {
          const state = { lite, open: true }
          return current.run(state, () => inTurn(statementsOf(transaction), work)).finally(() => (state.open = false))
        }),
      ),
    withLock: (key, work) => mutex.run(key, work),
    async listen(channel, listener) {
      const stop = await lite.listen(channel, (payload) => listener.heard(payload))
      return { stop: () => stop() }
    },
    close: async () => undefined,
  }
}

/** `Sql` over an embedded database kept in a folder, or in memory with `memory://`. */
export async function sqlOverFolder(folder: string): Promise<Sql> {
  const lite = await PGlite.create(folder)
  return { ...sqlOverPGlite(lite), close: () => lite.close() }
}

type Lite = Pick<LiteTransaction, 'query' | 'exec'>

function statementsOf(transaction: Lite): Queryable {
  return {
    query: (text, parameters) => query(transaction, text, parameters),
    copy: (text, chunks) => copy(transaction, text, chunks),
  }
}

async function query<Row>(on: Lite, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return (await on.query<Row>(text, parameters.map(parameter), { parsers: columnParsers })).rows
}

async function script<Row>(on: Lite, text: string): Promise<Row[]> {
  try {
    const results = await on.exec(text, { parsers: columnParsers })
    return results.flatMap((result) => result.rows as Row[])
  } catch (error) {
    // A script may have begun a transaction of its own; the connection is everybody's.
    await on.exec('rollback').catch(() => undefined)
    throw error
  }
}

async function copy(on: Lite, text: string, chunks: CopyChunks): Promise<void> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = []
  for await (const chunk of chunks) parts.push(chunk)
  await on.query(text.replace(/\bfrom stdin\b/i, "from '/dev/blob'"), [], { blob: new Blob(parts) })
}
