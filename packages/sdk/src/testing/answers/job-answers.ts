import { causeFilter, causesOf } from '../scenario-causes.ts'
import { SyncError } from '../../contract/errors.ts'
import type { Job, JobFilter, JobOrder, RecordFilter, RecordResult, SkipReason } from '../../contract/job.ts'
import type * as z from 'zod'
import type { ScenarioState } from '../scenario-state.ts'
import type { ScenarioJob, ScenarioRecord } from '../scenario.ts'
import { routes } from './implementer.ts'

export function jobAnswers(state: ScenarioState) {
  const { data } = state
  return {
    list: routes.jobs.list.handler(({ input }) => {
      const jobs = data.jobs.map(({ job }) => job).filter((job) => matchesJob(job, input))
      return { ...pageOf(inOrder(jobs, input.order), input), total: jobs.length, keptDays: data.keptDays }
    }),
    people: routes.jobs.people.handler(() => ({
      items: [...new Map(data.jobs.map(({ job }) => [job.startedBy.id, job.startedBy])).values()],
    })),
    get: routes.jobs.get.handler(({ input }) => {
      const found = state.job(input.id)
      return { job: found.job, skipReasons: skipReasonsOf(found), causes: causesOf(found) }
    }),
    records: routes.jobs.records.handler(({ input }) => {
      const job = state.job(input.id)
      const passing = job.records.filter((record) => matchesRecord(record, input)).filter(causeFilter(job, input.cause))
      const results = passing.map(({ result }) => result)
      const first = Math.max(
        0,
        results.findIndex((result) => isCalled(result, input.from)),
      )
      return pageOf(results, { ...input, cursor: input.cursor ?? String(first) })
    }),
    fields: routes.jobs.fields.handler(({ input }) => {
      const record = state.job(input.id).records.find(({ result }) => result.id === input.recordResultId)
      if (!record) throw new SyncError('not_found', 'There is no such record in this job.')
      return { items: record.fields }
    }),
    retry: routes.jobs.retry.handler(({ input }) => {
      state.requireManage()
      state.requireConnected()
      const { job } = state.job(input.id)
      if (job.counts.failed === 0 && input.cause === undefined && input.reason === undefined)
        throw new SyncError('conflict', 'No record of this job failed.')
      const run = state.latestRun()
      if (!run) throw new SyncError('not_found', 'There is no run to repeat.')
      return { run, alreadyRunning: false }
    }),
  }
}

function matchesJob(job: ScenarioJob['job'], filter: z.infer<typeof JobFilter>): boolean {
  return (
    (!filter.object || job.object === filter.object) &&
    (!filter.kind || job.kind === filter.kind) &&
    (!filter.state || job.state === filter.state) &&
    (!filter.startedBy || job.startedBy.id === filter.startedBy) &&
    (!filter.from || job.queuedAt >= filter.from) &&
    (!filter.to || job.queuedAt <= filter.to)
  )
}

function matchesRecord({ result, fields }: ScenarioRecord, filter: z.infer<typeof RecordFilter>): boolean {
  const search = filter.search?.toLowerCase()
  return (
    (!filter.outcome || result.outcome === filter.outcome) &&
    (!filter.fields || result.skippedFields > 0) &&
    (!filter.reason || fields.some(({ reason }) => reason === filter.reason)) &&
    (!search || [result.name, result.recordId, result.salesforceId].some((text) => text?.toLowerCase().includes(search)))
  )
}

function isCalled({ id, recordId, salesforceId }: RecordResult, name: string | undefined): boolean {
  return name !== undefined && [id, recordId, salesforceId].includes(name)
}

function inOrder(jobs: Job[], order: JobOrder): Job[] {
  if (order === 'newest') return jobs
  if (order === 'oldest') return jobs.toReversed()
  const sign = order === 'longest' ? -1 : 1
  const timed = jobs.filter((job) => durationOf(job) !== null)
  const others = jobs.filter((job) => durationOf(job) === null)
  return [...timed.toSorted((a, b) => sign * ((durationOf(a) ?? 0) - (durationOf(b) ?? 0))), ...others]
}

function durationOf({ startedAt, finishedAt }: Job): number | null {
  return startedAt === null || finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt)
}

function skipReasonsOf({ records }: ScenarioJob): { reason: SkipReason; fields: number }[] {
  const counts = new Map<SkipReason, number>()
  for (const { reason } of records.flatMap(({ fields }) => fields)) {
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, fields]) => ({ reason, fields }))
}

/** A cursor is the position of the first item that follows. */
function pageOf<Item>(items: Item[], { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const start = Number(cursor ?? 0)
  const end = start + limit
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null }
}
