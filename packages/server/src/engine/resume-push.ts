import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Ports, StoredJob } from './ports/index.ts'
import { performPush } from './push/perform-push.ts'
import { preparePush } from './push/prepare-push.ts'
import { failedPush } from './push/push-end.ts'
import { readRecord } from './push-record.ts'
import { isFinal } from './rules/job-state.ts'

/** Settles a push whose process died: by its key it can be looked up and sent again without making a second record. */
export async function resumePush(ports: Ports, job: StoredJob): Promise<void> {
  const { workspace, recordType, recordId } = job
  if (recordType === null || recordId === null) return
  try {
    const setup = await preparePush(ports, workspace, recordType)
    const record = await readRecord(ports, workspace, { recordType, recordId })
    await performPush(setup, Promise.resolve({ job, existed: true }), record)
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    if (error.remedy === 'wait') return
    await endUnsettled(ports, job, error)
  }
}

async function endUnsettled({ store, clock }: Ports, { id, workspace, recordId }: StoredJob, error: SyncError): Promise<void> {
  const job = await store.jobs.get(workspace, id)
  if (job === null || isFinal(job.state)) return
  const record = { id: recordId ?? '', name: '', values: {}, revision: '', url: null }
  const { state, reason, result } = failedPush(record, null, { code: error.code, sentence: error.message })
  await store.jobs.finishPush(id, { state, reason, at: clock.now(), result: { ...result, name: null } })
}
