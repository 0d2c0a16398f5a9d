import { type SalesforceField, SyncError } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId, PRYZM_ID_FIELD, type PushBody, requiredFieldsUnmapped } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, PryzmRecord, WriteOutcome } from '../ports/index.ts'
import { findInSalesforce, lookUp, type Whereabouts } from './find-in-salesforce.ts'
import { keepPushed } from './keep-pushed.ts'
import type { PushSetup } from './prepare-push.ts'
import { failedPush, type PushEnd, pushFailures, refusedPush } from './push-end.ts'
import { pushReferences } from './push-references.ts'
import { settleUnknown } from './settle-unknown.ts'
import { type Payload, type RoundsEnd, writeInRounds } from './write-in-rounds.ts'

type Reachable = Exclude<Whereabouts, { kind: 'several' | 'deleted' }>

/**
 * Sends one record and says what became of it. Rejects where it is refused before anything is sent; `noteUnknown` is called
 * where the answer is lost and has to be settled.
 */
export async function sendRecord(setup: PushSetup, record: PryzmRecord, noteUnknown: () => Promise<void>): Promise<PushEnd> {
  const found = await findInSalesforce(setup, record.id)
  if (found.kind !== 'unseen') return sendFound(setup, record, found, noteUnknown)
  const payload = await payloadOf(setup, record, found)
  // Nothing to write would tell whether Salesforce has the record, so it is looked for after all.
  if (isEmpty(payload)) return sendFound(setup, record, await lookUp(setup, record.id), noteUnknown)
  return endOf(setup, record, found, await write(setup, record, found, payload, noteUnknown))
}

async function sendFound(
  setup: PushSetup,
  record: PryzmRecord,
  found: Exclude<Whereabouts, { kind: 'unseen' }>,
  noteUnknown: () => Promise<void>,
): Promise<PushEnd> {
  if (found.kind === 'several') return failedPush(record, null, pushFailures.several)
  if (found.kind === 'deleted') return endDeleted(setup, record, found.link.salesforceId)
  const obstacle = await obstacleTo(setup, record, found)
  if (obstacle !== null) return obstacle
  if (found.kind === 'new') refuseUnmapped(setup)
  const payload = await payloadOf(setup, record, found)
  if (isEmpty(payload)) return nothingToSend(setup, record, found, payload)
  return endOf(setup, record, found, await write(setup, record, found, payload, noteUnknown))
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

async function payloadOf(setup: PushSetup, record: PryzmRecord, found: Reachable): Promise<Payload> {
  const references = await pushReferences(setup, record)
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

async function write(
  setup: PushSetup,
  record: PryzmRecord,
  found: Reachable,
  payload: Payload,
  noteUnknown: () => Promise<void>,
): Promise<RoundsEnd> {
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

async function endOf(setup: PushSetup, record: PryzmRecord, found: Reachable, { outcome, payload }: RoundsEnd): Promise<PushEnd> {
  switch (outcome.kind) {
    case 'written':
      return endWritten(setup, record, found, { outcome, payload })
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
  setup: PushSetup,
  record: PryzmRecord,
  found: Reachable,
  { outcome, payload }: { outcome: Extract<WriteOutcome, { kind: 'written' }>; payload: Payload },
): Promise<PushEnd> {
  if (found.kind !== 'unseen' || outcome.created) return keepPushed(setup, record, { found, payload, outcome })
  // The upsert met a record that carries this id already.
  const salesforceId = longSalesforceId(outcome.salesforceId)
  const other = await setup.ports.store.links.bySalesforceId(setup.scope, salesforceId)
  if (other?.state === 'live' && other.recordId !== record.id)
    return failedPush(record, salesforceId, pushFailures.overwritten, payload.skips)
  const known: Reachable = { kind: 'known', salesforceId, held: {} }
  const { skips } = await payloadOf(setup, record, known)
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
