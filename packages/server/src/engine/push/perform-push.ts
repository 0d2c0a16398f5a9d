import { type JobReason, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { NewResult, PryzmRecord, StoredJob } from '../ports/index.ts'
import { isFinal } from '../rules/job-state.ts'
import { showJob } from '../show-run.ts'
import { tellHost, tellPages } from '../tell.ts'
import { prepareFresh, type PushSetup } from './prepare-push.ts'
import { failedPush, type PushEnd, pushNotes } from './push-end.ts'
import { lookAround, sendRecord, type Surroundings } from './send-record.ts'

/** A push job that has ended, with its one result. */
export interface FinishedPush {
  job: StoredJob
  result: NewResult
}

/** A push job, and whether a push with the same key had added it before. */
export interface AddedPush {
  job: StoredJob
  existed: boolean
}

/**
 * Carries a push job to its end, while no other push of the record runs. Rejects with why it was refused, after its job says
 * so. The job may still be on its way into the store; nothing is sent before it is there. Null where another push of the same
 * job carried it to its end while this one waited for its turn.
 */
export async function performPush(
  setup: PushSetup,
  adding: Promise<AddedPush>,
  record: PryzmRecord,
): Promise<FinishedPush | null> {
  const { ports, workspace, recordType } = setup
  let isAdded = false
  // That it could not be added is met when its turn comes, not before.
  adding.then(
    () => (isAdded = true),
    () => undefined,
  )
  return ports.store.jobs.withRecordLock(workspace, recordType, record.id, async () => {
    // A job that came after this push held the lock cannot have been carried by another one.
    const wasThere = isAdded
    const [looked, added] = await Promise.allSettled([lookAround(setup, record), adding])
    if (added.status === 'rejected') throw added.reason
    const { job, existed } = added.value
    if ((wasThere || existed) && (await hasEnded(setup, job))) return null
    try {
      if (looked.status === 'rejected') throw looked.reason
      return await finish(setup, job, await send(setup, job, record, looked.value))
    } catch (error) {
      await finish(setup, job, failedPush(record, null, reasonOf(error)))
      throw error
    }
  })
}

async function hasEnded({ ports, workspace }: PushSetup, { id }: StoredJob): Promise<boolean> {
  const job = await ports.store.jobs.get(workspace, id)
  return job === null || isFinal(job.state)
}

/** Sends the record; what an aged describe could explain is made sure with a fresh one. */
async function send(setup: PushSetup, job: StoredJob, record: PryzmRecord, looked: Surroundings): Promise<PushEnd> {
  const noteUnknown = () => noteUnknownOutcome(setup, job)
  if (setup.fresh) return sendRecord(looked, { setup, record, noteUnknown })
  try {
    const end = await sendRecord(looked, { setup, record, noteUnknown })
    if (!mayComeOfAge(end.reason?.code)) return end
  } catch (error) {
    if (!(error instanceof SyncError) || !mayComeOfAge(error.code)) throw error
  }
  const fresh = await prepareFresh(setup.ports, setup.workspace, setup.recordType, setup)
  return sendRecord(await lookAround(fresh, record), { setup: fresh, record, noteUnknown })
}

const ofAge = new Set([
  'INVALID_FIELD',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'NOT_FOUND',
  'not_found',
  'salesforce_refused',
  'required_field_unmapped',
  'nothing_to_push',
])

function mayComeOfAge(code: string | undefined): boolean {
  return code !== undefined && ofAge.has(code)
}

/** The job runs on, and says what is being found out. */
async function noteUnknownOutcome({ ports, workspace }: PushSetup, { id }: StoredJob): Promise<void> {
  await ports.store.jobs.change(id, { reason: pushNotes.settling })
  const job = await ports.store.jobs.get(workspace, id)
  if (job !== null) await tellPages(ports, workspace, { type: 'job', job: showJob(job, ports.clock.now()) })
}

function reasonOf(error: unknown): JobReason {
  if (error instanceof SyncError) return { code: error.code, sentence: error.message }
  return { code: 'internal', sentence: 'Something went wrong on our side. Push again; if it happens again, report it.' }
}

async function finish(
  setup: PushSetup,
  { id }: StoredJob,
  { state, reason, result, link }: PushEnd,
): Promise<FinishedPush | null> {
  const { ports, scope } = setup
  const at = ports.clock.now()
  const job = await ports.store.jobs.finishPush(id, { state, reason, at, result, ...(link && { link: { scope, link } }) })
  if (job === null) return null
  ports.inBackground(tell(setup, job, result))
  return { job, result }
}

/** Nobody who waits for the answer waits for this. */
async function tell({ ports, workspace }: PushSetup, job: StoredJob, { salesforceId }: NewResult): Promise<void> {
  const { recordType, recordId, state, startedBy } = job
  await tellPages(ports, workspace, { type: 'job', job: showJob(job, ports.clock.now()) })
  await tellHost(ports, workspace, 'record.pushed', { jobId: job.id, recordType, recordId, salesforceId, state, startedBy })
}
