import type { JobStore } from '../engine/ports/index.ts'
import { type Database, rows } from './database.ts'

const ROWS_AT_ONCE = 20_000

/** Deletes jobs that are out of sight already, with their results, in batches that hold no long transaction; returns how many. */
export async function deleteDoomed({ sql, tables, name }: Database): Promise<number> {
  async function deleteRows(table: string, position: string, jobNo: number): Promise<void> {
    const [held] = await sql.query<{ first: number | null; last: number | null }>(
      `select min(${position}) as first, max(${position}) as last from ${name(table)} where job_no = $1`,
      [jobNo],
    )
    if (held?.first == null || held.last === null) return
    for (let from = held.first; from <= held.last; from += ROWS_AT_ONCE) {
      await sql.query(`delete from ${name(table)} where job_no = $1 and ${position} < $2::bigint`, [jobNo, from + ROWS_AT_ONCE])
    }
  }

  // Those that an earlier sweep left half done are among them.
  const doomed = await rows(sql, tables.selectFrom('jobs').select('no').where('deleting', '=', true).orderBy('no'))
  for (const { no } of doomed) {
    await deleteRows('results', 'seq', no)
    await deleteRows('result_blocks', 'first_seq', no)
    await rows(sql, tables.deleteFrom('jobs').where('no', '=', no))
  }
  return doomed.length
}

/** Deletes old jobs with their results. */
export function jobRetention(database: Database): Pick<JobStore, 'deleteBefore'> {
  const { sql, tables, name } = database
  return {
    async deleteBefore(before) {
      await rows(sql, tables.updateTable('jobs').set({ deleting: true }).where('finished_at', '<', before))
      const deleted = await deleteDoomed(database)
      await sql.query(
        `delete from ${name('runs')} r where finished_at < $1 and not exists (select from ${name('jobs')} j where j.run_id = r.id)`,
        [before],
      )
      return deleted
    },
  }
}
