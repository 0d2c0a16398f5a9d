import { randomUUID } from 'node:crypto'
import { type Push, type RecordType, SyncError } from '@pryzm/salesforce-sdk/contract'
import { recordAccess, requireRule } from './authorize.ts'
import { showResults } from './list-results.ts'
import type { Caller, Ports, PryzmRecord, StoredJob } from './ports/index.ts'
import { performPush } from './push/perform-push.ts'
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
  const setup = await preparePush(ports, workspace, request.recordType)
  const record = await readRecord(ports, workspace, request)
  const { job, existed } = await addJob(setup, caller, request)
  const work = existed ? waitFor(setup, job) : performPush(setup, job, record)
  ports.inBackground(work)
  await answerInTime(ports, work)
  return showPush(ports, (await ports.store.jobs.get(workspace, job.id)) ?? job)
}

async function requireEdit(caller: Caller, { recordType, recordId }: PushRequest): Promise<void> {
  requireRule(caller, 'integrations:push')
  if ((await recordAccess(caller, recordType, recordId)).edit) return
  throw new SyncError('not_permitted', 'Pushing a record needs edit access to it.', { details: { recordType } })
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

async function addJob(setup: PushSetup, { user }: Caller, request: PushRequest): Promise<{ job: StoredJob; existed: boolean }> {
  const { ports, workspace, object, recordType, label, mappingVersion } = setup
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
      idempotencyKey: request.idempotencyKey,
    },
    new Date(now.getTime() - dayMs),
  )
  if (added.job.recordId !== request.recordId || added.job.recordType !== recordType)
    throw new SyncError('conflict', 'This idempotency key was used for another record. Send a new one.')
  return added
}

/** The same key again: nothing is sent, the push that has it is waited for. */
async function waitFor({ ports, workspace, recordType }: PushSetup, { recordId }: StoredJob): Promise<void> {
  await ports.store.jobs.withRecordLock(workspace, recordType, recordId ?? '', () => Promise.resolve())
}

async function answerInTime({ clock }: Ports, work: Promise<void>): Promise<void> {
  const answered = new AbortController()
  try {
    await Promise.race([work, clock.sleep(longestAnswerMs, answered.signal)])
  } finally {
    answered.abort()
  }
}

async function showPush(ports: Ports, job: StoredJob): Promise<Push> {
  const result = await ports.store.jobs.result(job.id, 1)
  const [shown] = result === null ? [] : await showResults(ports, job, [result])
  return {
    job: showJob(job, ports.clock.now()),
    result: shown ?? null,
    fields: result === null || job.plan === null ? [] : fieldResults(job.plan, result),
  }
}
