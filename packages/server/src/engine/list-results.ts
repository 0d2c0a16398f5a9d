import { type RecordResult, SyncError, type RecordType } from '@pryzm/salesforce-sdk/contract'
import { findJob } from './list-jobs.ts'
import type { Caller, Ports, ResultQuery, StoredJob, StoredResult } from './ports/index.ts'
import { salesforceRecordUrl } from './rules/salesforce-urls.ts'

/** What became of each record of a job. Names and ids need view access to the record type; counts do not. */
export async function listResults(
  ports: Ports,
  caller: Caller,
  query: ResultQuery,
): Promise<{ items: RecordResult[]; next: string | null }> {
  const job = await findJob(ports, caller.workspace, query.jobId)
  requireView(caller, job)
  const { items, next } = await ports.store.jobs.results(query)
  return { items: await showResults(ports, job, items), next }
}

/** Throws `not_permitted` where the caller may not see records of the job's type. */
export function requireView(caller: Caller, { recordType, label }: Pick<StoredJob, 'recordType' | 'label'>): void {
  if (recordType !== null && caller.access(recordType).view) return
  throw new SyncError('not_permitted', `You may not see ${label}, so their results are hidden. Counts stay visible.`, {
    details: { recordType },
  })
}

/** Stored results as people see them, with links to both sides. */
export async function showResults(ports: Ports, job: StoredJob, results: readonly StoredResult[]): Promise<RecordResult[]> {
  const connection = await ports.store.connections.get(job.workspace)
  const instanceUrl = connection?.org?.instanceUrl ?? null
  const urls = await recordUrls(ports, job.workspace, job.recordType, results)
  return results.map((result) => showResult(job, result, { instanceUrl, recordUrl: urls.get(result.recordId ?? '') ?? null }))
}

/** One stored result as people see it. */
export function showResult(
  { object, recordType }: StoredJob,
  { seq, outcome, name, recordId, salesforceId, reason, syncedFields, skips }: StoredResult,
  { instanceUrl, recordUrl }: { instanceUrl: string | null; recordUrl: string | null },
): RecordResult {
  const urlOf = (id: string) => (instanceUrl === null ? null : salesforceRecordUrl(instanceUrl, object, id))
  return {
    id: String(seq),
    outcome,
    name,
    recordType,
    recordId,
    salesforceId,
    recordUrl,
    salesforceUrl: salesforceId === null ? null : urlOf(salesforceId),
    reason: reason && { code: reason.code, sentence: reason.sentence },
    matches: (reason?.matches ?? []).map((id) => ({ salesforceId: id, salesforceUrl: urlOf(id) })),
    syncedFields,
    skippedFields: skips.length,
  }
}

async function recordUrls(
  { records }: Ports,
  workspace: string,
  recordType: RecordType | null,
  results: readonly StoredResult[],
): Promise<Map<string, string>> {
  const ids = [...new Set(results.flatMap(({ recordId }) => recordId ?? []))]
  if (recordType === null || ids.length === 0) return new Map()
  const found = await records.read(workspace, recordType, ids)
  return new Map(found.flatMap((record) => (record?.url ? [[record.id, record.url]] : [])))
}
