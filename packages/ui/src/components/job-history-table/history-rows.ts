import { type Job, type JobCounts, type JobState, salesforceObjects } from '@pryzm/salesforce-sdk'

/** A row of the history: a job, or a run with its jobs. */
export interface HistoryRow {
  id: string
  /** The job; of a run its first one. */
  job: Job
  /** The jobs of a run in pull order; empty for a job that stands alone. */
  jobs: Job[]
  state: JobState
  counts: JobCounts
  startedAt: string | null
  finishedAt: string | null
}

/** From the most to the least worth a look. */
const states: readonly JobState[] = [
  'running',
  'paused',
  'queued',
  'failed',
  'completed_with_errors',
  'canceled',
  'succeeded',
  'skipped',
]

/** Neighbouring jobs of one run become one row; everything keeps its order. */
export function historyRows(jobs: readonly Job[]): HistoryRow[] {
  const rows: HistoryRow[] = []
  for (const job of jobs) {
    const last = rows.at(-1)
    if (last && job.runId !== null && last.job.runId === job.runId) {
      rows[rows.length - 1] = runRow([...(last.jobs.length > 0 ? last.jobs : [last.job]), job])
    } else {
      rows.push(jobRow(job))
    }
  }
  return rows
}

export function jobRow(job: Job): HistoryRow {
  const { id, state, counts, startedAt, finishedAt } = job
  return { id, job, jobs: [], state, counts, startedAt, finishedAt }
}

function runRow(newestFirst: Job[]): HistoryRow {
  const jobs = newestFirst.toSorted((a, b) => salesforceObjects.indexOf(a.object) - salesforceObjects.indexOf(b.object))
  const [first] = jobs
  if (!first) throw new Error('A run row needs at least one job.')
  return {
    id: `run ${first.runId}`,
    job: first,
    jobs,
    state: states.find((state) => jobs.some((job) => job.state === state)) ?? first.state,
    counts: jobs.map(({ counts }) => counts).reduce(addCounts),
    startedAt: earliest(jobs.map(({ startedAt }) => startedAt)),
    finishedAt: jobs.every(({ finishedAt }) => finishedAt !== null) ? latest(jobs.map(({ finishedAt }) => finishedAt)) : null,
  }
}

function addCounts(a: JobCounts, b: JobCounts): JobCounts {
  return {
    processed: a.processed + b.processed,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    skipped: a.skipped + b.skipped,
    failed: a.failed + b.failed,
    withSkippedFields: a.withSkippedFields + b.withSkippedFields,
    skippedFields: a.skippedFields + b.skippedFields,
  }
}

function earliest(instants: (string | null)[]): string | null {
  return instants.filter((instant) => instant !== null).toSorted()[0] ?? null
}

function latest(instants: (string | null)[]): string | null {
  return (
    instants
      .filter((instant) => instant !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
