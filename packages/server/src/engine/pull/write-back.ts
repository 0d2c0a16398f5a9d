import { type JobReason, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { IngestStatus } from '../ports/index.ts'
import { refusalSentence } from '../rules/refusal-sentence.ts'
import { pollDelay } from '../rules/poll-delay.ts'
import type { PullContext } from './pull-context.ts'

// An upload holds 100 MB at most; a row is some 58 bytes.
const rowsPerUpload = 1_500_000
const maxShortUploads = 3

interface FailedRow {
  salesforceId: string
  reason: JobReason
}

/**
 * Writes the ids of newly linked records into `Pryzm_ID__c`, in bulk. A row that Salesforce refuses stays linked and its
 * result says why. False where somebody wants the job to stop.
 */
export async function writeBack(context: PullContext, mayGoOn: () => Promise<boolean>): Promise<boolean> {
  if (!context.canWriteBack) return true
  const { ports, job, pullJob } = context
  let shortUploads = 0
  for (;;) {
    const ingestId = job.progress.ingestId ?? (await startUpload(context))
    if (ingestId === null) return true
    const status = await awaitUpload(context, ingestId, mayGoOn)
    if (status === null) return false
    const lost = await rowsLost(context, status)
    if (lost > 0) {
      await keepIngestId(context, null)
      if (++shortUploads < maxShortUploads) continue
      throw new SyncError('salesforce_busy', `Salesforce did not take ${lost} of the ids that were sent to it, again and again.`)
    }
    const failed = status.state === 'complete' ? await failedRows(context, ingestId) : await everyRow(context, status)
    await ports.store.pulls.writtenBack(pullJob, rowsPerUpload, failed)
    await keepIngestId(context, null)
  }
}

async function startUpload(context: PullContext): Promise<string | null> {
  const { ports, open, object, pullJob } = context
  const started = await open.org.startWriteBack(object, ports.store.pulls.toWriteBack(pullJob, rowsPerUpload))
  if (started !== null) await keepIngestId(context, started.ingestId)
  return started?.ingestId ?? null
}

/** How many of the upload's rows Salesforce never saw; an upload that lost some is made again, since writing an id twice does no harm. */
async function rowsLost({ ports, pullJob }: PullContext, { state, recordsProcessed }: IngestStatus): Promise<number> {
  if (state !== 'complete') return 0
  return Math.max(0, (await ports.store.pulls.countToWriteBack(pullJob, rowsPerUpload)) - recordsProcessed)
}

async function keepIngestId({ ports, job }: PullContext, ingestId: string | null): Promise<void> {
  await ports.store.jobs.change(job.id, { progress: { ingestId } })
  job.progress = { ...job.progress, ingestId }
}

async function awaitUpload(
  { ports, open, signal }: PullContext,
  ingestId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<IngestStatus | null> {
  const since = ports.clock.now().getTime()
  for (;;) {
    if (signal.aborted || !(await mayGoOn())) return null
    const status = await open.org.ingestStatus(ingestId)
    if (status.state !== 'queued' && status.state !== 'running') return status
    await ports.clock.sleep(pollDelay(ports.clock.now().getTime() - since), signal)
  }
}

async function failedRows({ open }: PullContext, ingestId: string): Promise<FailedRow[]> {
  const failed: FailedRow[] = []
  for await (const { salesforceId, code, message } of open.org.failedRows(ingestId))
    failed.push({ salesforceId, reason: writeBackRefused(code, message) })
  return failed
}

/** The upload failed as a whole, so no row of it was written. */
async function everyRow({ ports, pullJob }: PullContext, { error }: IngestStatus): Promise<FailedRow[]> {
  const reason = writeBackRefused('UPLOAD_FAILED', error ?? 'Salesforce ended the upload')
  const failed: FailedRow[] = []
  for await (const { salesforceId } of ports.store.pulls.toWriteBack(pullJob, rowsPerUpload))
    failed.push({ salesforceId, reason })
  return failed
}

function writeBackRefused(code: string, message: string): JobReason {
  const why = refusalSentence({ code, message, fields: [] })
  return { code: 'write_back_refused', sentence: `The record is linked, but Pryzm_ID__c could not be written: ${why}` }
}
