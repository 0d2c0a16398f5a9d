import { sql as raw } from 'kysely'
import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { JobQuery, JobStore } from '../engine/ports/index.ts'
import { readCursor } from './cursor.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jobOf } from './job-row.ts'

// As it is indexed; null for a job that never started or has not ended.
const duration = raw<string | null>`(finished_at - started_at)`

/** History: the jobs of a workspace, by age or by how long they took, and who started them. */
export function jobList({ sql, tables }: Database): Pick<JobStore, 'list' | 'people'> {
  const jobsOf = (workspace: string) => tables.selectFrom('jobs').where('workspace', '=', workspace).where('deleting', '=', false)

  function matching({ workspace, object, kind, state, startedBy, from, to }: JobQuery) {
    let jobs = jobsOf(workspace)
    if (object) jobs = jobs.where('object', '=', object)
    if (kind) jobs = jobs.where('kind', '=', kind)
    if (state) jobs = jobs.where('state', '=', state)
    if (startedBy) jobs = jobs.where('started_by_id', '=', startedBy)
    if (from) jobs = jobs.where('queued_at', '>=', from)
    if (to) jobs = jobs.where('queued_at', '<', to)
    return jobs
  }

  function byAge(query: JobQuery, after: number | null, limit: number) {
    const oldestFirst = query.order === 'oldest'
    let jobs = matching(query).selectAll()
    if (after !== null) jobs = jobs.where('no', oldestFirst ? '>' : '<', after)
    return jobs.orderBy('no', oldestFirst ? 'asc' : 'desc').limit(limit)
  }

  /** Those that have a duration, and behind them the others, newest first. */
  async function byDuration(query: JobQuery, after: number | null, limit: number) {
    const place = after === null ? null : await durationOf(query.workspace, after)
    const timed = place?.took === null ? [] : await rows(sql, timedAfter(query, place, limit))
    if (timed.length === limit) return timed
    const others = byAge(query, place?.took === null ? after : null, limit - timed.length).where(duration, 'is', null)
    return [...timed, ...(await rows(sql, others))]
  }

  function timedAfter(query: JobQuery, place: { no: number; took: string | null } | null, limit: number) {
    const [sign, direction] = query.order === 'longest' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
    const jobs = matching(query).selectAll().where(duration, 'is not', null)
    const rest = place
      ? jobs.where(raw<boolean>`(${duration}, no) ${raw.raw(sign)} (${place.took}::interval, ${place.no}::bigint)`)
      : jobs
    return rest.orderBy(duration, direction).orderBy('no', direction).limit(limit)
  }

  async function countOf(query: JobQuery): Promise<number> {
    const counted = await firstRow(
      sql,
      matching(query).select(({ fn }) => fn.countAll<number>().as('total')),
    )
    return counted?.total ?? 0
  }

  async function durationOf(workspace: string, no: number): Promise<{ no: number; took: string | null }> {
    const took = raw<string | null>`(finished_at - started_at)::text`.as('took')
    const job = await firstRow(sql, jobsOf(workspace).select(['no', took]).where('no', '=', no))
    if (job === null)
      throw new SyncError('invalid_input', 'The job that this page begins after is gone. Start from the first page.')
    return job
  }

  return {
    async list(query) {
      const after = readCursor(query.cursor)
      const byTime = query.order === 'newest' || query.order === 'oldest'
      const limit = query.limit + 1
      const [found, total] = await Promise.all([
        byTime ? rows(sql, byAge(query, after, limit)) : byDuration(query, after, limit),
        countOf(query),
      ])
      const items = found.slice(0, query.limit)
      return { items: items.map(jobOf), next: found.length > query.limit ? String(items.at(-1)?.no) : null, total }
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
