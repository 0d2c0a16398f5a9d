import type { JobStore } from '../engine/ports/index.ts'
import { readCursor } from './cursor.ts'
import { type Database, rows } from './database.ts'
import { jobOf } from './job-row.ts'

/** History: the jobs of a workspace, newest first, and who started them. */
export function jobList({ sql, tables }: Database): Pick<JobStore, 'list' | 'people'> {
  const jobsOf = (workspace: string) => tables.selectFrom('jobs').where('workspace', '=', workspace).where('deleting', '=', false)

  return {
    async list(query) {
      const { object, kind, state, startedBy, from, to } = query
      const before = readCursor(query.cursor)
      let jobs = jobsOf(query.workspace).selectAll()
      if (before !== null) jobs = jobs.where('no', '<', before)
      if (object) jobs = jobs.where('object', '=', object)
      if (kind) jobs = jobs.where('kind', '=', kind)
      if (state) jobs = jobs.where('state', '=', state)
      if (startedBy) jobs = jobs.where('started_by_id', '=', startedBy)
      if (from) jobs = jobs.where('queued_at', '>=', from)
      if (to) jobs = jobs.where('queued_at', '<', to)
      const found = await rows(sql, jobs.orderBy('no', 'desc').limit(query.limit + 1))
      const items = found.slice(0, query.limit)
      return { items: items.map(jobOf), next: found.length > query.limit ? String(items.at(-1)?.no) : null }
    },

    async people(workspace) {
      const newestNames = jobsOf(workspace)
        .distinctOn('started_by_id')
        .select(['started_by_id as id', 'started_by_name as name'])
        .orderBy('started_by_id')
        .orderBy('no', 'desc')
      return (await rows(sql, newestNames)).toSorted((a, b) => a.name.localeCompare(b.name))
    },
  }
}
