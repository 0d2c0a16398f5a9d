import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId, requiredFieldsUnmapped } from '@pryzm/salesforce-sdk/mapping'
import type { PryzmRecord } from '../ports/index.ts'
import type { Whereabouts } from './find-in-salesforce.ts'
import type { PushSetup } from './prepare-push.ts'
import { neededToCreate } from './needed-to-create.ts'
import { failedPush, type PushEnd, pushFailures, refusedPush } from './push-end.ts'
import type { References } from './push-references.ts'
import type { Payload } from './write-in-rounds.ts'

/** Where a record may stand for something to be sent. */
export type Reachable = Exclude<Whereabouts, { kind: 'several' | 'deleted' }>

/** A record that is to be sent. */
export interface RecordToSend {
  setup: PushSetup
  record: PryzmRecord
  references: References
}

/** What a push of a record comes to before Salesforce is written to. */
export type PlannedSend =
  /** It ends here; `payload` is what would have been sent, where it was made at all. */
  | { kind: 'ended'; end: PushEnd; payload?: Payload }
  /** An empty payload leaves Salesforce as it is. */
  | { kind: 'send'; found: Reachable; payload: Payload }

/**
 * Decides what a push sends; `look` finds the record in Salesforce where that has to be known after all. Rejects where it is
 * refused before anything is sent.
 */
export async function planSend(
  sending: RecordToSend,
  found: Whereabouts,
  look: () => Promise<Exclude<Whereabouts, { kind: 'unseen' }>>,
): Promise<PlannedSend> {
  if (found.kind !== 'unseen') return planFound(sending, found)
  const payload = payloadOf(sending, found)
  // Nothing to write would tell whether Salesforce has the record, and too little would not create it: it is looked for after all.
  const mustLook = isEmpty(payload) || missingToCreate(sending.setup, payload).length > 0
  return mustLook ? planFound(sending, await look()) : { kind: 'send', found, payload }
}

async function planFound(sending: RecordToSend, found: Exclude<Whereabouts, { kind: 'unseen' }>): Promise<PlannedSend> {
  const { setup, record } = sending
  if (found.kind === 'several') return { kind: 'ended', end: failedPush(record, null, pushFailures.several) }
  if (found.kind === 'deleted') return { kind: 'ended', end: await endDeleted(setup, record, found.link.salesforceId) }
  const obstacle = await obstacleTo(setup, record, found)
  if (obstacle !== null) return { kind: 'ended', end: obstacle }
  if (found.kind === 'new') refuseUnmapped(setup)
  const payload = payloadOf(sending, found)
  if (found.kind !== 'new') return { kind: 'send', found, payload }
  if (isEmpty(payload)) throw nothingToPush()
  const missing = missingToCreate(setup, payload)
  if (missing.length === 0) return { kind: 'send', found, payload }
  // Salesforce would say the same.
  const refusal = { code: 'REQUIRED_FIELD_MISSING', message: '', fields: missing }
  return { kind: 'ended', end: refusedPush(record, null, [refusal], payload), payload }
}

/** Names of the fields that a create needs and that the payload has no value for. */
function missingToCreate({ describe, object }: PushSetup, { body }: Payload): string[] {
  return neededToCreate(describe, object)
    .filter(({ name, type }) => type !== 'boolean' && (body[name] ?? null) === null)
    .map(({ name }) => name)
}

/** Whether there is nothing to send. */
export function isEmpty({ body }: Payload): boolean {
  return Object.keys(body).length === 0
}

/** Why a record that was found may not be pushed; null where nothing stands in the way. */
export async function obstacleTo({ ports, scope }: PushSetup, record: PryzmRecord, found: Reachable): Promise<PushEnd | null> {
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

function nothingToPush(): SyncError {
  return new SyncError(
    'nothing_to_push',
    'None of the values of this record can be sent to Salesforce. Check the mapping and its directions.',
  )
}

/** A record in Salesforce's shapes, as it is sent to where it was found. */
function payloadOf({ setup, record, references }: RecordToSend, found: Reachable): Payload {
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

/** A payload that was made for a new record, and turned out to go to one that Salesforce has. */
export function metKnown(sending: RecordToSend, payload: Payload, known: Extract<Reachable, { kind: 'known' }>): Payload {
  const { skips } = payloadOf(sending, known)
  const told = new Set(payload.skips.map(({ attribute }) => attribute))
  return { ...payload, skips: [...payload.skips, ...skips.filter(({ attribute }) => !told.has(attribute))] }
}

/** Releases the link: the next push creates the record anew. */
export async function endDeleted(
  { ports, scope }: PushSetup,
  record: PryzmRecord,
  salesforceId: string | null,
): Promise<PushEnd> {
  const link = await ports.store.links.byRecord(scope, record.id)
  const end = failedPush(record, salesforceId, pushFailures.deleted)
  return link?.state === 'live' ? { ...end, link: { ...link, state: 'deleted_in_salesforce' } } : end
}

/** 18-character id of the record, as far as it is known. */
export function idOf(found: Reachable): string | null {
  if (found.kind === 'new' || found.kind === 'unseen') return null
  return longSalesforceId(found.kind === 'linked' ? found.link.salesforceId : found.salesforceId)
}
