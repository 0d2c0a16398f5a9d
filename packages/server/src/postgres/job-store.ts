import type { JobStore } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jobList } from './job-list.ts'
import { jobRetention } from './job-retention.ts'
import { progressColumns, storedJobOf } from './job-row.ts'
import { jsonColumn } from './json-column.ts'
import { pushJobs } from './push-jobs.ts'
import { readResults } from './read-results.ts'

/** Jobs with their results. */
export function jobStore(database: Database): JobStore {
  const { sql, tables } = database

  return {
    ...jobList(database),
    ...jobRetention(database),
    ...pushJobs(database),
    ...readResults(database),

    async get(workspace, jobId) {
      const job = tables.selectFrom('jobs').selectAll().where('workspace', '=', workspace).where('id', '=', jobId)
      const row = await firstRow(sql, job.where('deleting', '=', false))
      return row && storedJobOf(row)
    },

    async change(jobId, { progress, ...changes }) {
      const columns = {
        state: changes.state,
        reason: jsonColumn(changes.reason),
        total: changes.total,
        started_at: changes.startedAt,
        finished_at: changes.finishedAt,
        next_try_at: changes.nextTryAt,
        plan: jsonColumn(changes.plan),
        ...(progress && progressColumns(progress)),
      }
      if (Object.values(columns).every((value) => value === undefined)) return
      await rows(sql, tables.updateTable('jobs').set(columns).where('id', '=', jobId))
    },
  }
}
