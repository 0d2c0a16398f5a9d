import { type Database, rows } from './database.ts'
import type { Queryable } from './sql/sql.ts'

/** Numbers of a scope's jobs that have not written all their ids back. */
export async function openWriteBacks(on: Queryable, { tables }: Database, scopeNo: number): Promise<ReadonlySet<number>> {
  const open = tables.selectFrom('jobs').select('no').where('scope_no', '=', scopeNo).where('written_back', '=', false)
  return new Set((await rows(on, open)).map(({ no }) => no))
}
