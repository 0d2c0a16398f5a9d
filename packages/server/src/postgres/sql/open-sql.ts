import type { PGliteInterface } from '@electric-sql/pglite'
import type { Pool } from 'pg'
import { sqlOverPool, sqlOverUrl } from './pg-sql.ts'
import { sqlOverFolder, sqlOverPGlite } from './pglite-sql.ts'
import type { Sql } from './sql.ts'

/**
 * Where to keep tables: a Postgres URL, a pool of `pg` or an embedded PGlite that stay yours to close, or the path of a folder
 * for an embedded one of our own.
 */
export type DatabaseOption = string | Pool | PGliteInterface

/** Opens the database that a host named. `embedded` tells that one process alone can hold it. */
export async function openSql(option: DatabaseOption): Promise<{ sql: Sql; embedded: boolean }> {
  if (typeof option === 'string') {
    return isPostgresUrl(option)
      ? { sql: sqlOverUrl(option), embedded: false }
      : { sql: await sqlOverFolder(option), embedded: true }
  }
  return isPool(option) ? { sql: sqlOverPool(option), embedded: false } : { sql: sqlOverPGlite(option), embedded: true }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text)
}

function isPool(option: Pool | PGliteInterface): option is Pool {
  return 'totalCount' in option
}
