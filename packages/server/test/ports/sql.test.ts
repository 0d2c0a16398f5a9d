import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyText } from '../../src/postgres/sql/copy-text.ts'
import { mergeRows } from '../../src/postgres/sql/merge-rows.ts'
import { unlessTaken } from '../../src/postgres/sql/savepoint.ts'
import { sqlOverUrl } from '../../src/postgres/sql/pg-sql.ts'
import type { Sql, Transaction } from '../../src/postgres/sql/sql.ts'
import { createDatabase, databases } from '../support/databases.ts'

describe.each(databases)('Sql on $name', ({ embedded, open }) => {
  let sql: Sql
  beforeAll(async () => {
    sql = await open()
    await sql.script('create table rows (id int primary key, body text)')
  })
  afterAll(() => sql.close())

  it('reads every type of column that the kit uses the same way', async () => {
    const [row] = await sql.query(
      `select 9007199254740991::int8 as big, 7::int4 as whole, 1.5::float8 as real, '0.10'::numeric as exact, true as yes,
       '2026-02-28'::date as day, '2026-03-04 10:00:00.5+02'::timestamptz as instant, '{"a":[1]}'::json as json,
       '{"b":null}'::jsonb as jsonb, '9f1c2d3e-0000-4000-8000-000000000001'::uuid as id, count(*) as counted from rows`,
    )
    expect(row).toEqual({
      big: 9007199254740991,
      whole: 7,
      real: 1.5,
      exact: '0.10',
      yes: true,
      day: '2026-02-28',
      instant: new Date('2026-03-04T08:00:00.500Z'),
      json: { a: [1] },
      jsonb: { b: null },
      id: '9f1c2d3e-0000-4000-8000-000000000001',
      counted: 0,
    })
  })

  it('sends text, numbers, booleans, dates and null as parameters', async () => {
    const at = new Date('2026-03-04T10:00:00.000Z')
    const [row] = await sql.query(
      'select $1::text as text, $2::int8 as number, $3::boolean as yes, $4::timestamptz as at, $5::text as nothing',
      ['a', 1, false, at, null],
    )
    expect(row).toEqual({ text: 'a', number: 1, yes: false, at, nothing: null })
  })

  it('takes text with NUL as a parameter, which then equals no text without', async () => {
    expect(await sql.query('select $1::text as text', ['a\0b'])).toEqual([{ text: 'a\uFFFDb' }])
  })

  it('copies any text and brings it back as it was, NUL aside', async () => {
    const texts = ['', 'tab\there', 'line\nbreak\r\n', 'back\\slash \\N', '\\.', '🏔️ ünïcødé', 'a\0b', '\b\f\v', null]
    await sql.transaction(async (transaction) => {
      await transaction.copy(
        'copy rows (id, body) from stdin',
        copyText([...texts.entries()], ([id, body]) => [id, body]),
      )
    })
    const rows = await sql.query<{ body: string | null }>('select body from rows order by id')
    expect(rows.map(({ body }) => body)).toEqual(texts.map((text) => text?.replace('\0', '\uFFFD') ?? null))
    await sql.query('truncate rows')
  })

  it('rolls a transaction back when its work rejects', async () => {
    const failed = sql.transaction(async (transaction) => {
      await transaction.query('insert into rows values (1, null)')
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await sql.query('select * from rows')).toEqual([])
  })

  it('undoes only the part of a transaction that met a taken key', async () => {
    await sql.transaction(async (transaction) => {
      await transaction.query(`insert into rows values (1, 'first')`)
      const done = await unlessTaken(transaction, async () => {
        await transaction.query(`insert into rows values (2, 'second')`)
        await transaction.copy('copy rows from stdin', ['1\tagain\n'])
      })
      expect(done).toBe(false)
      expect(
        await unlessTaken(transaction, async () => void (await transaction.query(`insert into rows values (3, 'third')`))),
      ).toBe(true)
    })
    expect(await sql.query('select id from rows order by id')).toEqual([{ id: 1 }, { id: 3 }])
    await sql.query('truncate rows')
  })

  it('merges rows: those that exist are replaced, the others added', async () => {
    await sql.query(`insert into rows values (1, 'old'), (2, 'kept')`)
    await sql.transaction(async (transaction) => {
      for (const rows of [[{ id: 1 }, { id: 3 }], [{ id: 4 }]]) {
        await mergeRows(transaction, {
          table: 'rows',
          columns: ['id', 'body'],
          key: ['id'],
          rows,
          cells: ({ id }) => [id, 'new'],
        })
      }
    })
    expect(await sql.query('select * from rows order by id')).toEqual([
      { id: 1, body: 'new' },
      { id: 2, body: 'kept' },
      { id: 3, body: 'new' },
      { id: 4, body: 'new' },
    ])
    await sql.query('truncate rows')
  })

  it('lets statements of a transaction be sent without waiting for the one before', async () => {
    await sql.transaction(async (transaction) => {
      await Promise.all([
        transaction.query(`insert into rows values (1, 'a')`),
        transaction.copy('copy rows from stdin', ['2\tb\n']),
        transaction.query(`update rows set body = 'c'`),
      ])
    })
    expect(await sql.query('select body from rows')).toEqual([{ body: 'c' }, { body: 'c' }])
    await sql.query('truncate rows')
  })

  it('sends nothing of others between a savepoint and the way back to it', async () => {
    await sql.transaction(async (transaction) => {
      await transaction.query(`insert into rows values (1, 'first')`)
      const undone = transaction.alone((own) => unlessTaken(own, () => own.copy('copy rows from stdin', ['1\tagain\n'])))
      const [taken, others] = await Promise.all([undone, transaction.query<{ body: string }>('select body from rows')])
      expect(taken).toBe(false)
      expect(others).toEqual([{ body: 'first' }])
    })
    await sql.query('truncate rows')
  })

  // The embedded database gathers the rows of a COPY before it is sent.
  it.skipIf(embedded)('gives none of the rows of a COPY that failed to the one after it', async () => {
    const second = Promise.withResolvers<void>()
    const firstEnded = Promise.withResolvers<void>()
    async function* taken() {
      try {
        yield `1\tagain\n${lines(100, 5000)}`
        await second.promise
        yield lines(6000, 1)
      } finally {
        firstEnded.resolve()
      }
    }
    async function* free() {
      yield '2\tsecond\n'
      second.resolve()
      await firstEnded.promise
    }
    await sql.transaction(async (transaction) => {
      await transaction.query(`insert into rows values (1, 'first')`)
      expect(await unlessTaken(transaction, () => transaction.copy('copy rows from stdin', taken()))).toBe(false)
      expect(await unlessTaken(transaction, () => transaction.copy('copy rows from stdin', free()))).toBe(true)
    })
    expect(await sql.query('select * from rows order by id')).toEqual([
      { id: 1, body: 'first' },
      { id: 2, body: 'second' },
    ])
    await sql.query('truncate rows')
  })

  it('copies bytes and text, cut anywhere', async () => {
    const bytes = new TextEncoder().encode('1\tünï\n2\tb')
    await sql.copy('copy rows from stdin', [bytes.subarray(0, 4), bytes.subarray(4), 'ack\n'])
    expect(await sql.query('select body from rows order by id')).toEqual([{ body: 'ünï' }, { body: 'back' }])
    await sql.query('truncate rows')
  })

  it('stores nothing of a COPY whose rows could not be made, and says what went wrong', async () => {
    function* broken() {
      yield lines(0, 10)
      throw new Error('out of rows')
    }
    await expect(sql.copy('copy rows from stdin', broken())).rejects.toThrow('out of rows')
    await sql.copy('copy rows from stdin', [lines(10, 1)])
    expect(await sql.query('select id from rows')).toEqual([{ id: 10 }])
    await sql.query('truncate rows')
  })

  it('refuses statements for a transaction that has ended', async () => {
    const kept: Transaction[] = []
    await sql.transaction(async (transaction) => void kept.push(transaction))
    await expect(kept[0]?.query('insert into rows values (1, null)')).rejects.toThrow('has ended')
    await expect(kept[0]?.copy('copy rows from stdin', [lines(0, 1)])).rejects.toThrow('has ended')
    expect(await sql.query('select * from rows')).toEqual([])
  })

  it('waits in the end for a statement of the transaction that nobody waited for', async () => {
    await sql.transaction(async (transaction) => {
      void transaction.query(`select pg_sleep(0.05)`)
      void transaction.query(`insert into rows values (1, 'late')`)
    })
    expect(await sql.query('select id from rows')).toEqual([{ id: 1 }])
    await sql.query('truncate rows')
  })

  it('runs a script, and is usable after one that failed within its own transaction', async () => {
    expect(await sql.script('select 1 as a; select 2 as a;')).toEqual([{ a: 1 }, { a: 2 }])
    await expect(sql.script('begin; select 1/0; commit;')).rejects.toThrow('division by zero')
    expect(await sql.query('select 1 as a')).toEqual([{ a: 1 }])
  })

  it('lets one holder of a lock through at a time, in turn', async () => {
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} in`)
      await sql.query('select 1')
      order.push(`${name} out`)
    }
    await Promise.all([sql.withLock('key', work('a')), sql.withLock('key', work('b')), sql.withLock('key', work('c'))])
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
  })

  it('gives a lock back when its holder rejects', async () => {
    await expect(sql.withLock('key', async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await sql.withLock('key', async () => 'mine')).toBe('mine')
  })

  it('hears what is notified while it listens, and nothing after', async () => {
    const heard: string[] = []
    const first = Promise.withResolvers<void>()
    const listening = await sql.listen('channel_one', {
      heard: (payload) => {
        heard.push(payload)
        first.resolve()
      },
      lost: () => undefined,
    })
    await sql.query('select pg_notify($1, $2)', ['channel_one', 'hello'])
    await first.promise
    await listening.stop()
    await sql.query('select pg_notify($1, $2)', ['channel_one', 'too late'])
    await sql.query('select 1')
    expect(heard).toEqual(['hello'])
  })

  it.runIf(embedded)('says so when a query goes past the transaction it runs in, which would wait for ever', async () => {
    await expect(sql.transaction(() => sql.query('select 1'))).rejects.toThrow('Hand the transaction on')
    expect(await sql.query('select 1 as a')).toEqual([{ a: 1 }])
  })
})

describe('a lock of Postgres', () => {
  it('holds across processes, each with a connection of its own, and is free again when its holder dies', async () => {
    const url = await createDatabase()
    const [one, other] = [sqlOverUrl(url), sqlOverUrl(url)]
    const order: string[] = []
    const inside = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const first = one.withLock('key', async () => {
      inside.resolve()
      await gate.promise
      order.push('one')
    })
    await inside.promise
    const second = other.withLock('key', async () => void order.push('other'))
    await other.withLock('another key', async () => void order.push('beside'))
    gate.resolve()
    await Promise.all([first, second])
    expect(order).toEqual(['beside', 'one', 'other'])

    const held = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const dying = one.withLock('key', () => {
      held.resolve()
      return end.promise
    })
    await held.promise
    await one.close()
    expect(await other.withLock('key', async () => 'mine')).toBe('mine')
    end.resolve()
    await dying
    await other.close()
  })
})

/** Lines for COPY of rows with these ids. */
function lines(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `${from + index}\ta body\n`).join('')
}
