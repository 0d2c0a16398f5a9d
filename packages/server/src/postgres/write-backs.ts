import type { JobReason } from '@pryzm/salesforce-sdk/contract'
import type { PullJob, PullStore } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { copyText } from './sql/copy-text.ts'
import type { Queryable } from './sql/sql.ts'

const ROWS_AT_ONCE = 10_000

interface DueRow {
  seq: number
  salesforce_id: string
  record_id: string
}

/** Ids that a job writes back to Salesforce: those of the results that say so, in uploads one after another. */
export function writeBacks({ sql, tables, name }: Database): Pick<PullStore, 'toWriteBack' | 'countToWriteBack' | 'writtenBack'> {
  const jobOf = (on: Queryable, { jobId }: PullJob) =>
    firstRow(on, tables.selectFrom('jobs').select(['no', 'scope_no', 'written_back_to']).where('id', '=', jobId))

  function dueAfter(on: Queryable, jobNo: number, after: number, limit: number): Promise<DueRow[]> {
    return on.query<DueRow>(
      `select seq, salesforce_id, record_id from ${name('results')}
       where job_no = $1 and seq > $2 and write_back order by seq limit $3`,
      [jobNo, after, limit],
    )
  }

  /** The rows of the next upload: how many, and the number of the last; null where there are none. */
  async function upload(
    on: Queryable,
    jobNo: number,
    after: number,
    limit: number,
  ): Promise<{ count: number; last: number | null }> {
    const [found] = await on.query<{ count: number; last: number | null }>(
      `select count(*) as count, max(seq) as last from (
         select seq from ${name('results')} where job_no = $1 and seq > $2 and write_back order by seq limit $3
       ) upload`,
      [jobNo, after, limit],
    )
    return found ?? { count: 0, last: null }
  }

  return {
    async *toWriteBack(pull, limit) {
      const job = await jobOf(sql, pull)
      if (!job) return
      let after = job.written_back_to
      for (let left = limit; left > 0; left -= ROWS_AT_ONCE) {
        const due = await dueAfter(sql, job.no, after, Math.min(left, ROWS_AT_ONCE))
        for (const row of due) yield { salesforceId: row.salesforce_id, recordId: row.record_id }
        after = due.at(-1)?.seq ?? after
        if (due.length < ROWS_AT_ONCE) return
      }
    },

    async countToWriteBack(pull, limit) {
      const job = await jobOf(sql, pull)
      return job ? (await upload(sql, job.no, job.written_back_to, limit)).count : 0
    },

    writtenBack: (pull, limit, failed) =>
      sql.transaction(async (transaction) => {
        const job = await jobOf(transaction, pull)
        if (!job || job.scope_no === null) return
        const { count, last } = await upload(transaction, job.no, job.written_back_to, limit)
        await refuse(transaction, job.no, job.scope_no, failed)
        const reached = tables.updateTable('jobs').where('no', '=', job.no)
        if (last !== null) await rows(transaction, reached.set({ written_back_to: last }))
        if (count >= limit) return
        // All are up. What an earlier job left undone was due again in this one.
        const done = tables.updateTable('jobs').set({ written_back: true }).where('scope_no', '=', job.scope_no)
        await rows(transaction, done.where('no', '<=', job.no).where('written_back', '=', false))
      }),
  }

  /** Says in the links and in the results of this job what Salesforce refused. */
  async function refuse(
    transaction: Queryable,
    jobNo: number,
    scopeNo: number,
    failed: readonly { salesforceId: string; reason: JobReason }[],
  ): Promise<void> {
    if (failed.length === 0) return
    await transaction.query(
      'create temporary table if not exists refused_ids (salesforce_id text, reason json) on commit delete rows',
    )
    await transaction.copy(
      'copy refused_ids from stdin',
      copyText(failed, ({ salesforceId, reason }) => [salesforceId, JSON.stringify(reason)]),
    )
    await transaction.query(
      `update ${name('links')} l set write_back = 2, due_job = null from refused_ids refused
       where l.scope_no = $1 and l.salesforce_id = refused.salesforce_id`,
      [scopeNo],
    )
    await transaction.query(
      `update ${name('results')} r set reason = refused.reason from refused_ids refused
       where r.job_no = $1 and r.salesforce_id = refused.salesforce_id and r.write_back`,
      [jobNo],
    )
  }
}
