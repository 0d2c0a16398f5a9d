import type { JobReason } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId } from '@pryzm/salesforce-sdk/mapping'
import type { FieldSkip, FieldValues, Link, PryzmRecord, WriteOutcome } from '../ports/index.ts'
import type { Whereabouts } from './find-in-salesforce.ts'
import type { PushSetup } from './prepare-push.ts'
import type { PushEnd } from './push-end.ts'
import type { Payload } from './write-in-rounds.ts'

interface Pushed {
  found: Exclude<Whereabouts, { kind: 'several' | 'deleted' }>
  payload: Payload
  /** Null where there was nothing to send. */
  outcome: Extract<WriteOutcome, { kind: 'written' }> | null
}

/** Why a push without a link did not create. */
export const linkedExisting: JobReason = {
  code: 'linked_existing',
  sentence: 'Salesforce had a record with this Pryzm_ID already. It was updated and is linked now.',
}

/** Links a record that Salesforce has taken, and says which of its values Salesforce did not keep. */
export async function keepPushed(setup: PushSetup, record: PryzmRecord, pushed: Pushed): Promise<PushEnd> {
  const { found, payload, outcome } = pushed
  const salesforceId = longSalesforceId(outcome?.salesforceId ?? knownId(found))
  const kept = outcome && (outcome.kept ?? (await readBack(setup, salesforceId)))
  const lost: FieldSkip[] = kept === null ? [] : setup.plan.notKept(payload, kept)
  const skips = [...payload.skips, ...lost]
  const surprised = found.kind !== 'linked' && outcome?.created !== true
  const result = {
    outcome: outcome === null ? ('unchanged' as const) : outcome.created ? ('created' as const) : ('updated' as const),
    name: record.name,
    recordId: record.id,
    salesforceId,
    reason: surprised ? linkedExisting : null,
    syncedFields: setup.plan.fields.length - skips.length,
    skips,
    notes: payload.notes.filter(({ attribute }) => lost.every((skip) => skip.attribute !== attribute)),
  }
  return { state: 'succeeded', reason: null, result, link: linkAfter(record, pushed, salesforceId, kept, lost) }
}

function readBack({ open, object, plan }: PushSetup, salesforceId: string): Promise<FieldValues | null> {
  // The record is in Salesforce by now: that reading it back fails leaves only the comparison undone.
  return open.org.readRecord(object, salesforceId, [...plan.readBack, 'SystemModstamp']).catch(() => null)
}

function linkAfter(
  record: PryzmRecord,
  { found, payload, outcome }: Pushed,
  salesforceId: string,
  kept: FieldValues | null,
  lost: readonly FieldSkip[],
): Link {
  const before = found.kind === 'linked' ? found.link : null
  const gone = new Set(lost.map(({ attribute }) => attribute))
  const synced = payload.sent
    .filter(({ attribute, value }) => value !== null && !gone.has(attribute))
    .map(({ attribute }) => attribute)
  const stamp = kept?.SystemModstamp
  return {
    salesforceId,
    recordId: record.id,
    hash: outcome === null ? (before?.hash ?? null) : null,
    stamp: typeof stamp === 'string' ? new Date(stamp) : (before?.stamp ?? null),
    revision: record.revision,
    syncedAttributes: [...new Set([...(before?.syncedAttributes ?? []), ...synced])],
    writeBack: before === null || (before.writeBack === 'due' && outcome !== null) ? 'done' : before.writeBack,
    state: 'live',
  }
}

function knownId(found: Pushed['found']): string {
  if (found.kind === 'linked') return found.link.salesforceId
  return found.kind === 'known' ? found.salesforceId : ''
}
