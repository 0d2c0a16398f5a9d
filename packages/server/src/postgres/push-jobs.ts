import type { JobStore, NewResult } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import { newJobColumns, storedJobOf } from './job-row.ts'
import { putLink } from './put-link.ts'
import { writeResults } from './write-results.ts'

type PushJobs = Pick<JobStore, 'addPush' | 'withRecordLock' | 'finishPush' | 'unsettledPushes' | 'lastPushedAt'>

/** Jobs that push one record each. */
export function pushJobs(database: Database): PushJobs {
  const { sql, tables } = database
  const pushes = tables.selectFrom('jobs').where('kind', '=', 'push').where('deleting', '=', false)

  return {
    addPush: (job, since) =>
      sql.transaction(async (transaction) => {
        // The same key twice at once: the second waits here until it can see the first.
        await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `key ${job.workspace} ${job.idempotencyKey}`,
        ])
        const sameKey = pushes
          .selectAll()
          .where('workspace', '=', job.workspace)
          .where('idempotency_key', '=', job.idempotencyKey)
        const existing = await firstRow(transaction, sameKey.where('queued_at', '>=', since).orderBy('no', 'desc').limit(1))
        if (existing) return { job: storedJobOf(existing), existed: true }
        const added = await rows(
          transaction,
          tables
            .insertInto('jobs')
            .values({
              ...newJobColumns(job),
              workspace: job.workspace,
              started_by_id: job.startedBy.id,
              started_by_name: job.startedBy.name,
              queued_at: job.queuedAt,
              record_id: job.recordId,
              idempotency_key: job.idempotencyKey,
              started_at: job.startedAt ?? null,
              plan: jsonColumn(job.plan ?? null),
              total: 1,
            })
            .returningAll(),
        )
        return { job: storedJobOf(added[0]!), existed: false }
      }),

    withRecordLock: (workspace, recordType, recordId, work) => sql.withLock(`push ${workspace} ${recordType} ${recordId}`, work),

    finishPush: (jobId, { state, reason, at, result, link }) =>
      sql.transaction(async (transaction) => {
        const ended = await firstRow(
          transaction,
          tables
            .updateTable('jobs')
            .set({ ...countsOfOne(result), state, reason: jsonColumn(reason), finished_at: at, next_try_at: null })
            .where('id', '=', jobId)
            .where('finished_at', 'is', null)
            .returningAll(),
        )
        if (!ended) return null
        await writeResults(transaction, database, ended.no, 1, [result])
        if (link) await putLink(transaction, database, link.scope, link.link)
        return storedJobOf(ended)
      }),

    async unsettledPushes(startedBefore) {
      const unsettled = pushes.selectAll().where('finished_at', 'is', null).where('queued_at', '<', startedBefore)
      return (await rows(sql, unsettled.orderBy('no'))).map(storedJobOf)
    },

    async lastPushedAt(workspace, recordType, recordId) {
      const reached = pushes
        .select('finished_at')
        .where('workspace', '=', workspace)
        .where('record_id', '=', recordId)
        .where('record_type', '=', recordType)
        .where((one) => one.or([one('created', '>', 0), one('updated', '>', 0), one('unchanged', '>', 0)]))
      return (
        (await firstRow(sql, reached.where('finished_at', 'is not', null).orderBy('no', 'desc').limit(1)))?.finished_at ?? null
      )
    },
  }
}

function countsOfOne({ outcome, skips }: NewResult) {
  const synced = outcome === 'created' || outcome === 'updated' || outcome === 'unchanged'
  const reasons: Record<string, number> = {}
  for (const { reason } of skips) reasons[reason] = (reasons[reason] ?? 0) + 1
  return {
    processed: 1,
    [outcome]: 1,
    with_skipped_fields: synced && skips.length > 0 ? 1 : 0,
    skipped_fields: skips.length,
    skip_reasons: JSON.stringify(reasons),
  }
}
