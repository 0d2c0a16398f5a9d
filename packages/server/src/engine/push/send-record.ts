import { type SalesforceField, SyncError } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId, PRYZM_ID_FIELD, type PushBody, requiredFieldsUnmapped } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, PryzmRecord, WriteOutcome } from '../ports/index.ts'
import { findInSalesforce, lookUp, type Whereabouts } from './find-in-salesforce.ts'
import { keepPushed } from './keep-pushed.ts'
import type { PushSetup } from './prepare-push.ts'
import { failedPush, type PushEnd, pushFailures, refusedPush } from './push-end.ts'
import { pushReferences, type References } from './push-references.ts'
import { settleUnknown } from './settle-unknown.ts'
import { type Payload, type RoundsEnd, writeInRounds } from './write-in-rounds.ts'

type Reachable = Exclude<Whereabouts, { kind: 'several' | 'deleted' }>

/** What has to be known of a record before it is sent. */
export interface Surroundings {
  found: Whereabouts
  references: References
}

/** One record on its way. */
interface Sending {
  setup: PushSetup
  record: PryzmRecord
  references: References
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
  if (found.kind !== 'unseen') return sendFound(sending, found)
  const payload = payloadOf(sending, found)
  // Nothing to write would tell whether Salesforce has the record, so it is looked for after all.
  if (isEmpty(payload)) return sendFound(sending, await lookUp(send.setup, send.record.id))
  return endOf(sending, found, await write(sending, found, payload))
}

async function sendFound(sending: Sending, found: Exclude<Whereabouts, { kind: 'unseen' }>): Promise<PushEnd> {
  const { setup, record } = sending
  if (found.kind === 'several') return failedPush(record, null, pushFailures.several)
  if (found.kind === 'deleted') return endDeleted(setup, record, found.link.salesforceId)
  const obstacle = await obstacleTo(setup, record, found)
  if (obstacle !== null) return obstacle
  if (found.kind === 'new') refuseUnmapped(setup)
  const payload = payloadOf(sending, found)
  if (isEmpty(payload)) return nothingToSend(setup, record, found, payload)
  return endOf(sending, found, await write(sending, found, payload))
}

function isEmpty({ body }: Payload): boolean {
  return Object.keys(body).length === 0
}

async function obstacleTo({ ports, scope }: PushSetup, record: PryzmRecord, found: Reachable): Promise<PushEnd | null> {
  if (found.kind === 'new' || found.kind === 'unseen') return null
  if (found.held?.IsPersonAccount === true || found.held?.IsPersonAccount === 'true') return personAccount(record, idOf(found))
  if (found.kind === 'linked') return null
  const link = await ports.store.links.bySalesforceId(scope, found.salesforceId)
  const isOthers = link?.state === 'live' && link.recordId !== record.id
  return isOthers ? failedPush(record, found.salesforceId, pushFailures.conflict) : null
}

function personAccount(record: PryzmRecord, salesforceId: string | null): PushEnd {
  const reason = {
    code: 'person_account',
    sentence: 'This is a person account in Salesforce. Person accounts are pulled, not pushed.',
  }
  const { result } = failedPush(record, salesforceId, reason)
  return { state: 'succeeded', reason, result: { ...result, outcome: 'skipped' } }
}

function refuseUnmapped({ pair, describe, schema, label }: PushSetup): void {
  const missing = requiredFieldsUnmapped(pair, { describe, recordType: schema })
  if (missing.length === 0) return
  const names = missing.map((field) => field.label).join(', ')
  throw new SyncError('required_field_unmapped', `Salesforce cannot create ${label} without ${names}. Map ${names} first.`, {
    details: { fields: missing.map(({ name }) => name) },
  })
}

function payloadOf({ setup, record, references }: Sending, found: Reachable): Payload {
  const synced = new Set(found.kind === 'linked' ? found.link.syncedAttributes : [])
  const creating = found.kind === 'new' || found.kind === 'unseen'
  const currency = creating ? undefined : found.held?.CurrencyIsoCode
  return setup.plan.convert(record.values, {
    ...references,
    creating,
    syncedBefore: (attribute) => synced.has(attribute),
    ...(typeof currency === 'string' && { currency }),
  })
}

async function nothingToSend(setup: PushSetup, record: PryzmRecord, found: Reachable, payload: Payload): Promise<PushEnd> {
  if (found.kind !== 'linked' && found.kind !== 'known')
    throw new SyncError(
      'nothing_to_push',
      'None of the values of this record can be sent to Salesforce. Check the mapping and its directions.',
    )
  return keepPushed(setup, record, { found, payload, outcome: null })
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
  const needed = describe.fields.filter((field) => isNeeded(field) || (object === 'Account' && field.name === 'Name'))
  return new Set(needed.map(({ name }) => name))
}

function isNeeded({ createable, nillable, defaultedOnCreate }: SalesforceField): boolean {
  return createable && !nillable && !defaultedOnCreate
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
  const known: Reachable = { kind: 'known', salesforceId, held: {} }
  const { skips } = payloadOf(sending, known)
  const told = new Set(payload.skips.map(({ attribute }) => attribute))
  const all = [...payload.skips, ...skips.filter(({ attribute }) => !told.has(attribute))]
  return keepPushed(setup, record, { found: known, payload: { ...payload, skips: all }, outcome })
}

/** Releases the link: the next push creates the record anew. */
async function endDeleted({ ports, scope }: PushSetup, record: PryzmRecord, salesforceId: string | null): Promise<PushEnd> {
  const link = await ports.store.links.byRecord(scope, record.id)
  const end = failedPush(record, salesforceId, pushFailures.deleted)
  return link?.state === 'live' ? { ...end, link: { ...link, state: 'deleted_in_salesforce' } } : end
}

function idOf(found: Reachable): string | null {
  if (found.kind === 'new' || found.kind === 'unseen') return null
  return longSalesforceId(found.kind === 'linked' ? found.link.salesforceId : found.salesforceId)
}
