import { longSalesforceId, PRYZM_ID_FIELD, type PushBody } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, PryzmRecord, WriteOutcome } from '../ports/index.ts'
import { findInSalesforce, lookUp, type Whereabouts } from './find-in-salesforce.ts'
import { keepPushed } from './keep-pushed.ts'
import { neededToCreate } from './needed-to-create.ts'
import { endDeleted, idOf, isEmpty, metKnown, planSend, type Reachable, type RecordToSend } from './plan-send.ts'
import type { PushSetup } from './prepare-push.ts'
import { failedPush, type PushEnd, pushFailures, refusedPush } from './push-end.ts'
import { pushReferences, type References } from './push-references.ts'
import { settleUnknown } from './settle-unknown.ts'
import { type Payload, type RoundsEnd, writeInRounds } from './write-in-rounds.ts'

/** What has to be known of a record before it is sent. */
export interface Surroundings {
  found: Whereabouts
  references: References
}

/** One record on its way. */
interface Sending extends RecordToSend {
  /** Called where the answer is lost and has to be settled. */
  noteUnknown: () => Promise<void>
}

/** Finds the record in Salesforce, and what it points at, side by side. */
export async function lookAround(setup: PushSetup, record: PryzmRecord): Promise<Surroundings> {
  const [found, references] = await Promise.all([findInSalesforce(setup, record.id), pushReferences(setup, record)])
  return { found, references }
}

/** Sends one record and says what became of it. Rejects where it is refused before anything is sent. */
export async function sendRecord({ found, references }: Surroundings, send: Omit<Sending, 'references'>): Promise<PushEnd> {
  const sending = { ...send, references }
  const { setup, record } = send
  const planned = await planSend(sending, found, () => lookUp(setup, record.id))
  if (planned.kind === 'ended') return planned.end
  const { payload } = planned
  if (isEmpty(payload)) return keepPushed(setup, record, { found: planned.found, payload, outcome: null })
  return endOf(sending, planned.found, await write(sending, planned.found, payload))
}

async function write({ setup, record, noteUnknown }: Sending, found: Reachable, payload: Payload): Promise<RoundsEnd> {
  const { open, object, plan } = setup
  const readBack = [...new Set([...plan.readBack, 'Id', 'SystemModstamp'])]
  const send = (body: PushBody): Promise<WriteOutcome> =>
    found.kind === 'linked'
      ? open.org.updateRecord(object, found.link.salesforceId, { ...body, ...healing(setup, record, found) }, readBack)
      : open.org.upsertByPryzmId(object, record.id, body, readBack)
  const end = await writeInRounds(setup, payload, neededFields(setup, found), send)
  if (end.outcome.kind !== 'unknown') return end
  await noteUnknown()
  const read = async (): Promise<FieldValues | null> => {
    if (found.kind === 'linked') return open.org.readRecord(object, found.link.salesforceId, readBack)
    const held = await open.org.readByPryzmId(object, record.id, readBack)
    return held === 'several' ? null : held
  }
  const outcome = await settleUnknown(setup, end, read, () => send(end.payload.body))
  return { ...end, outcome }
}

/** A linked record whose id never reached Salesforce gets it along with the values. */
function healing({ describe }: PushSetup, record: PryzmRecord, found: Reachable): PushBody {
  const writable = describe.fields.some(({ name, updateable }) => name === PRYZM_ID_FIELD && updateable)
  return found.kind === 'linked' && found.link.writeBack === 'due' && writable ? { [PRYZM_ID_FIELD]: record.id } : {}
}

function neededFields({ describe, object }: PushSetup, found: Reachable): ReadonlySet<string> {
  if (found.kind !== 'new' && found.kind !== 'unseen') return new Set()
  return new Set(neededToCreate(describe, object).map(({ name }) => name))
}

async function endOf(sending: Sending, found: Reachable, { outcome, payload }: RoundsEnd): Promise<PushEnd> {
  const { setup, record } = sending
  switch (outcome.kind) {
    case 'written':
      return endWritten(sending, found, { outcome, payload })
    case 'refused':
      return refusedPush(record, idOf(found), outcome.refusals, payload)
    case 'deleted':
      return endDeleted(setup, record, idOf(found))
    case 'several':
      return failedPush(record, null, pushFailures.several)
    case 'unknown':
      return failedPush(record, idOf(found), pushFailures.unknown, payload.skips)
  }
}

async function endWritten(
  sending: Sending,
  found: Reachable,
  { outcome, payload }: { outcome: Extract<WriteOutcome, { kind: 'written' }>; payload: Payload },
): Promise<PushEnd> {
  const { setup, record } = sending
  if (found.kind !== 'unseen' || outcome.created) return keepPushed(setup, record, { found, payload, outcome })
  // The upsert met a record that carries this id already.
  const salesforceId = longSalesforceId(outcome.salesforceId)
  const other = await setup.ports.store.links.bySalesforceId(setup.scope, salesforceId)
  if (other?.state === 'live' && other.recordId !== record.id)
    return failedPush(record, salesforceId, pushFailures.overwritten, payload.skips)
  const known = { kind: 'known' as const, salesforceId, held: {} }
  return keepPushed(setup, record, { found: known, payload: metKnown(sending, payload, known), outcome })
}
