import type { JobStore, NewPushJob } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { pushFinisher } from './finish-push.ts'
import { jsonColumn } from './json-column.ts'
import { newJobColumns, storedJobOf } from './job-row.ts'

type PushJobs = Pick<JobStore, 'addPush' | 'withRecordLock' | 'finishPush' | 'unsettledPushes' | 'lastPush'>

/** Jobs that push one record each. */
export function pushJobs(database: Database): PushJobs {
  const { sql, tables } = database
  const pushes = tables.selectFrom('jobs').where('kind', '=', 'push').where('deleting', '=', false)

  /** A key that is old, or whose job is being deleted, may be used again. */
  async function letGoOfKey({ workspace, idempotencyKey }: NewPushJob, since: Date): Promise<void> {
    const holders = tables.updateTable('jobs').where('workspace', '=', workspace).where('idempotency_key', '=', idempotencyKey)
    const useless = holders.where((job) => job.or([job('queued_at', '<', since), job('deleting', '=', true)]))
    await rows(sql, useless.set({ idempotency_key: null }))
  }

  return {
    async addPush(job, since) {
      for (;;) {
        const added = await firstRow(
          sql,
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
            .onConflict((conflict) => conflict.columns(['workspace', 'idempotency_key']).doNothing())
            .returningAll(),
        )
        if (added) return { job: storedJobOf(added), existed: false }
        const sameKey = pushes.where('workspace', '=', job.workspace).where('idempotency_key', '=', job.idempotencyKey)
        const existing = await firstRow(sql, sameKey.selectAll().where('queued_at', '>=', since))
        if (existing) return { job: storedJobOf(existing), existed: true }
        await letGoOfKey(job, since)
      }
    },

    withRecordLock: (workspace, recordType, recordId, work) => sql.withLock(`push ${workspace} ${recordType} ${recordId}`, work),

    finishPush: pushFinisher(database),

    async unsettledPushes(startedBefore) {
      const unsettled = pushes.selectAll().where('finished_at', 'is', null).where('queued_at', '<', startedBefore)
      return (await rows(sql, unsettled.orderBy('no'))).map(storedJobOf)
    },

    async lastPush(workspace, recordType, recordId) {
      const reached = pushes
        .select(['finished_at', 'started_by_id', 'started_by_name'])
        .where('workspace', '=', workspace)
        .where('record_id', '=', recordId)
        .where('record_type', '=', recordType)
        .where((one) => one.or([one('created', '>', 0), one('updated', '>', 0), one('unchanged', '>', 0)]))
      const newest = await firstRow(sql, reached.where('finished_at', 'is not', null).orderBy('no', 'desc').limit(1))
      if (!newest?.finished_at) return null
      return { at: newest.finished_at, by: { id: newest.started_by_id, name: newest.started_by_name } }
    },
  }
}
