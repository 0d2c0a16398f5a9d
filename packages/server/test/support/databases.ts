import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { sqlOverUrl } from '../../src/postgres/sql/pg-sql.ts'
import { sqlOverPGlite } from '../../src/postgres/sql/pglite-sql.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { startPGlite } from './pglite.ts'

/** The databases that every port is tested on; each `open` is a fresh, empty one. */
export const databases: readonly { name: string; embedded: boolean; open: () => Promise<Sql> }[] = [
  { name: 'PGlite', embedded: true, open: openPGlite },
  { name: 'Postgres', embedded: false, open: async () => sqlOverUrl(await createDatabase()) },
]

/** Makes an empty database on the Postgres of this test run; returns its URL. */
export async function createDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`create database ${name} strategy wal_log`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}

async function openPGlite(): Promise<Sql> {
  const lite = await startPGlite()
  return { ...sqlOverPGlite(lite), close: () => lite.close() }
}
