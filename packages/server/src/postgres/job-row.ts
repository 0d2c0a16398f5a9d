import type { Job, JobCounts } from '@pryzm/salesforce-sdk/contract'
import type { Insertable, Selectable } from 'kysely'
import type { NewJob, PullProgress, StoredJob } from '../engine/ports/index.ts'
import { jsonColumn } from './json-column.ts'
import type { JobsTable } from './tables.ts'

type JobRow = Selectable<JobsTable>

export function jobOf(row: JobRow): Job {
  const running = row.state === 'running'
  const rate = running ? row.rate : null
  const left = row.total === null ? null : Math.max(0, row.total - row.processed)
  return {
    id: row.id,
    runId: row.run_id,
    kind: row.kind,
    mode: row.mode,
    object: row.object,
    recordType: row.record_type,
    label: row.label,
    state: row.state,
    reason: row.reason,
    counts: countsOf(row),
    total: row.total,
    rate,
    secondsLeft: rate && left !== null ? Math.ceil(left / rate) : null,
    mappingVersion: row.mapping_version,
    startedBy: { id: row.started_by_id, name: row.started_by_name },
    queuedAt: row.queued_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    progressedAt: row.counted_at?.toISOString() ?? null,
    nextTryAt: row.next_try_at?.toISOString() ?? null,
  }
}

export function storedJobOf(row: JobRow): StoredJob {
  return {
    ...jobOf(row),
    workspace: row.workspace,
    progress: progressOf(row),
    plan: row.plan,
    causes: row.causes,
    recordId: row.record_id,
    onlyIds: row.only_ids,
    idempotencyKey: row.idempotency_key,
  }
}

export function countsOf(row: JobRow): JobCounts {
  return {
    processed: row.processed,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    skipped: row.skipped,
    failed: row.failed,
    withSkippedFields: row.with_skipped_fields,
    skippedFields: row.skipped_fields,
  }
}

/** The columns that these parts of a pull's progress are kept in. */
export function progressColumns(progress: Partial<PullProgress>) {
  return {
    phase: progress.phase,
    query_id: progress.queryId,
    queried_at: progress.queriedAt,
    plan_hash: progress.planHash,
    locator: progress.locator,
    pages_done: progress.pagesDone,
    rows_read: progress.rowsRead,
    queries_started: progress.queriesStarted,
    ingest_id: progress.ingestId,
  }
}

/** The columns that every new job has. */
export function newJobColumns(
  job: NewJob,
): Omit<Insertable<JobsTable>, 'workspace' | 'started_by_id' | 'started_by_name' | 'queued_at'> {
  return {
    id: job.id,
    kind: job.kind,
    object: job.object,
    record_type: job.recordType,
    label: job.label,
    state: job.state,
    reason: jsonColumn(job.reason),
    mapping_version: job.mappingVersion,
    only_ids: jsonColumn(job.onlyIds),
  }
}

function progressOf(row: JobRow): PullProgress {
  return {
    phase: row.phase,
    queryId: row.query_id,
    queriedAt: row.queried_at,
    planHash: row.plan_hash,
    locator: row.locator,
    pagesDone: row.pages_done,
    rowsRead: row.rows_read,
    queriesStarted: row.queries_started,
    ingestId: row.ingest_id,
  }
}
