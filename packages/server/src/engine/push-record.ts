import { randomUUID } from 'node:crypto'
import { type Push, type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireEdit } from './authorize.ts'
import { showResult } from './list-results.ts'
import type { Caller, NewResult, Ports, PryzmRecord, StoredJob } from './ports/index.ts'
import { jobPlan } from './pull/prepare-pull.ts'
import { unlinkedRecords } from './push/unlinked-records.ts'
import { type AddedPush, type FinishedPush, performPush } from './push/perform-push.ts'
import { preparePush, type PushSetup } from './push/prepare-push.ts'
import { fieldResults } from './rules/field-results.ts'
import { showJob } from './show-run.ts'

export interface PushRequest {
  recordType: RecordType
  recordId: string
  idempotencyKey: string
}

const dayMs = 24 * 60 * 60_000
// A push whose outcome is unknown is settled in the background; nobody's browser waits ten minutes for it.
const longestAnswerMs = 8000

/** Sends one record to Salesforce and reports what became of every field. */
export async function pushRecord(ports: Ports, caller: Caller, request: PushRequest): Promise<Push> {
  const { workspace } = caller
  await requireEdit(caller, request)
  const [setup, record] = await Promise.all([
    preparePush(ports, workspace, request.recordType),
    readRecord(ports, workspace, request),
  ])
  const adding = addJob(setup, caller, request)
  const work = performPush(setup, adding, record)
  ports.inBackground(work)
  const finished = await answerInTime(ports, work)
  if (finished) return showPush(setup, caller, { ...finished, record })
  const { job } = await adding
  const now = (await ports.store.jobs.get(workspace, job.id)) ?? job
  return showPush(setup, caller, { job: now, result: await ports.store.jobs.result(job.id, 1), record })
}

/** The record as Pryzm has it now. Rejects with `not_found`. */
export async function readRecord(
  { records }: Ports,
  workspace: string,
  { recordType, recordId }: Pick<PushRequest, 'recordType' | 'recordId'>,
): Promise<PryzmRecord> {
  const [record] = await records.read(workspace, recordType, [recordId])
  if (record) return record
  throw new SyncError('not_found', 'There is no such record in this workspace.')
}

async function addJob(setup: PushSetup, { user }: Caller, request: PushRequest): Promise<AddedPush> {
  const { ports, workspace, object, recordType, label, mappingVersion, plan, schema } = setup
  const now = ports.clock.now()
  const added = await ports.store.jobs.addPush(
    {
      id: randomUUID(),
      kind: 'push',
      workspace,
      object,
      recordType,
      label,
      mappingVersion,
      state: 'running',
      reason: null,
      onlyIds: null,
      startedBy: { id: user.id, name: user.name },
      queuedAt: now,
      recordId: request.recordId,
      startedAt: now,
      plan: jobPlan(plan, schema),
      idempotencyKey: request.idempotencyKey,
    },
    new Date(now.getTime() - dayMs),
  )
  if (added.job.recordId !== request.recordId || added.job.recordType !== recordType)
    throw new SyncError('conflict', 'This idempotency key was used for another record. Send a new one.')
  return added
}

async function answerInTime({ clock }: Ports, work: Promise<FinishedPush | null>): Promise<FinishedPush | null> {
  const answered = new AbortController()
  try {
    return await Promise.race([work, clock.sleep(longestAnswerMs, answered.signal).then(() => null)])
  } finally {
    answered.abort()
  }
}

interface Shown {
  job: StoredJob
  result: NewResult | null
  record: PryzmRecord
}

async function showPush(setup: PushSetup, caller: Caller, { job, result, record }: Shown): Promise<Push> {
  const { ports, open } = setup
  const fields = result === null || job.plan === null ? [] : fieldResults(job.plan, result)
  const addresses = { instanceUrl: open.info.instanceUrl, recordUrl: record.url }
  return {
    job: showJob(job, ports.clock.now()),
    result: result && showResult(job, { ...result, seq: 1 }, addresses),
    fields,
    unlinked: await unlinkedRecords(setup, caller, fields),
  }
}
