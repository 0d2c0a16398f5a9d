import type { PreviewWay } from '@pryzm/salesforce-sdk/contract'
import { previewPush } from '@pryzm/salesforce-sdk/mapping'
import type { FieldValues, PryzmRecord } from '../ports/index.ts'
import { sendsTheSame, type Whereabouts } from '../push/find-in-salesforce.ts'
import { linkedExisting } from '../push/keep-pushed.ts'
import { isEmpty, metKnown, obstacleTo, planSend, type PlannedSend, type RecordToSend } from '../push/plan-send.ts'
import type { PushSetup } from '../push/prepare-push.ts'
import { pushReferences } from '../push/push-references.ts'
import { refusalOf, refusedWay } from './refused-way.ts'

/** Where a record was found for a preview, which always looks. */
export type Found = Exclude<Whereabouts, { kind: 'unseen' }>

/** What a push would do with one record; `held` is what Salesforce has of it, null where it has no such record. */
export async function pushWay(
  setup: PushSetup,
  record: PryzmRecord,
  { found, held, changedThere }: { found: Found; held: FieldValues | null; changedThere: boolean },
): Promise<PreviewWay> {
  const sending = { setup, record, references: await pushReferences(setup, record) }
  try {
    const planned = await planAsPushed(sending, found)
    const { payload } = planned
    const fields =
      payload === undefined
        ? []
        : previewPush(setup.input, setup.plan, { held: held ?? {}, values: record.values }, payload, { changedThere })
    if (planned.kind === 'ended') {
      const skipped = fields.filter(({ outcome }) => outcome === 'skipped')
      return { action: 'refused', reason: planned.end.reason ?? planned.end.result.reason, fields: skipped }
    }
    return {
      action: isEmpty(planned.payload) ? 'unchanged' : found.kind === 'new' ? 'create' : 'update',
      reason: found.kind === 'known' ? linkedExisting : null,
      fields,
    }
  } catch (error) {
    return refusedWay(refusalOf(error))
  }
}

/** A push does not look where the upsert would be the same either way; what it then meets adds what it did not send. */
async function planAsPushed(sending: RecordToSend, found: Found): Promise<PlannedSend> {
  const looks = !sendsTheSame(sending.setup) || (found.kind !== 'new' && found.kind !== 'known')
  const planned = await planSend(sending, looks ? found : { kind: 'unseen' }, async () => found)
  if (planned.kind === 'ended' || planned.found.kind !== 'unseen' || found.kind !== 'known') return planned
  const obstacle = await obstacleTo(sending.setup, sending.record, found)
  if (obstacle !== null) return { kind: 'ended', end: obstacle }
  return { ...planned, payload: metKnown(sending, planned.payload, found) }
}
