import { type JobReason, type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { jobPlan } from '../pull/prepare-pull.ts'
import type { PryzmRecord, StoredJob } from '../ports/index.ts'
import { isFinal } from '../rules/job-state.ts'
import { showJob } from '../show-run.ts'
import { tellHost, tellPages } from '../tell.ts'
import type { PushSetup } from './prepare-push.ts'
import { failedPush, type PushEnd, pushNotes } from './push-end.ts'
import { sendRecord } from './send-record.ts'

/** Carries a push job to its end, while no other push of the record runs. Rejects with why it was refused, after its job says so. */
export async function performPush(setup: PushSetup, job: StoredJob, record: PryzmRecord): Promise<void> {
  const { ports, workspace, recordType, plan, schema } = setup
  await ports.store.jobs.withRecordLock(workspace, recordType, record.id, async () => {
    const now = await ports.store.jobs.get(workspace, job.id)
    if (now === null || isFinal(now.state)) return
    await ports.store.jobs.change(job.id, { state: 'running', startedAt: ports.clock.now(), plan: jobPlan(plan, schema) })
    try {
      await finish(setup, job, await sendRecord(setup, record, () => noteUnknown(setup, job)))
    } catch (error) {
      await finish(setup, job, failedPush(record, null, reasonOf(error)))
      throw error
    }
  })
}

/** The job runs on, and says what is being found out. */
async function noteUnknown({ ports, workspace }: PushSetup, { id }: StoredJob): Promise<void> {
  await ports.store.jobs.change(id, { reason: pushNotes.settling })
  const job = await ports.store.jobs.get(workspace, id)
  if (job !== null) await tellPages(ports, workspace, { type: 'job', job: showJob(job, ports.clock.now()) })
}

function reasonOf(error: unknown): JobReason {
  if (error instanceof SyncError) return { code: error.code, sentence: error.message }
  return { code: 'internal', sentence: 'Something went wrong on our side. Push again; if it happens again, report it.' }
}

async function finish({ ports, workspace }: PushSetup, job: StoredJob, { state, reason, result }: PushEnd): Promise<void> {
  await ports.store.jobs.finishPush(job.id, { state, reason, at: ports.clock.now(), result })
  const finished = await ports.store.jobs.get(workspace, job.id)
  if (finished === null) return
  await tellPages(ports, workspace, { type: 'job', job: showJob(finished, ports.clock.now()) })
  await tellHost(ports, workspace, 'record.pushed', pushedDetails(finished, result.salesforceId))
}

function pushedDetails(job: StoredJob, salesforceId: string | null): Record<string, unknown> {
  const recordType: RecordType | null = job.recordType
  return { jobId: job.id, recordType, recordId: job.recordId, salesforceId, state: job.state, startedBy: job.startedBy }
}
