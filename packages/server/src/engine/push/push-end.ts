import type { JobReason, JobState } from '@pryzm/salesforce-sdk/contract'
import type { FieldSkip, Link, NewResult, PryzmRecord, Refusal, ResultReason } from '../ports/index.ts'
import { refusalSentence } from '../rules/refusal-sentence.ts'
import type { Payload } from './write-in-rounds.ts'

/** How a push ended: what its job and its one result say. */
export interface PushEnd {
  state: JobState
  reason: JobReason | null
  result: NewResult
  /** The record's link after the push; left out where the push changed none. */
  link?: Link
}

/** Why a push ended without its record in Salesforce, each with what to do. */
export const pushFailures = {
  several: {
    code: 'pryzm_id_not_unique',
    sentence:
      'Several Salesforce records carry this Pryzm_ID. Ask a Salesforce admin to turn on Unique for the field and to clear the others.',
  },
  deleted: {
    code: 'deleted_in_salesforce',
    sentence: 'This record was deleted in Salesforce, so it is not linked any more. Push again to create it anew.',
  },
  conflict: {
    code: 'link_conflict',
    sentence:
      'The Salesforce record that carries this Pryzm_ID is linked to another Pryzm record. Clear its Pryzm_ID in Salesforce.',
  },
  overwritten: {
    code: 'link_conflict',
    sentence:
      'The Salesforce record that carries this Pryzm_ID is linked to another Pryzm record. It has these values now; push that other record to restore its own, and clear the Pryzm_ID in Salesforce.',
  },
  unknown: {
    code: 'outcome_unknown',
    sentence:
      'Salesforce did not answer, and reading did not settle what became of the push. Look at the record in Salesforce, then push again.',
  },
} as const satisfies Record<string, JobReason>

/** What a push says that has not ended. */
export const pushNotes = {
  settling: {
    code: 'outcome_unknown',
    sentence: 'Salesforce did not answer. We look up what became of the record, and send it again only if it did not arrive.',
  },
} as const satisfies Record<string, JobReason>

/** A push that Salesforce did not take. */
export function failedPush(
  record: PryzmRecord,
  salesforceId: string | null,
  reason: ResultReason,
  skips: NewResult['skips'] = [],
): PushEnd {
  const result = {
    outcome: 'failed' as const,
    name: record.name,
    recordId: record.id,
    salesforceId,
    reason,
    syncedFields: 0,
    skips,
  }
  return { state: 'failed', reason: { code: reason.code, sentence: reason.sentence }, result }
}

/** A push that Salesforce refused, in its own words made readable. */
export function refusedPush(
  record: PryzmRecord,
  salesforceId: string | null,
  refusals: readonly Refusal[],
  { sent, skips }: Payload,
): PushEnd {
  const code = refusals[0]?.code ?? 'salesforce_refused'
  const sentence = [...new Set(refusals.map(refusalSentence))].slice(0, 3).join(' ')
  const matches = refusals.flatMap((refusal) => refusal.matches ?? [])
  const reason = { code, sentence, ...(matches.length > 0 && { matches }) }
  return failedPush(record, salesforceId, reason, [...skips, ...markedBy(refusals, sent)])
}

/** The values that a refusal of the whole record names, so that people see where to look. */
function markedBy(refusals: readonly Refusal[], sent: Payload['sent']): FieldSkip[] {
  return sent.flatMap(({ attribute, fields, value }) => {
    const refusal = refusals.find((one) => one.fields.some((field) => fields.includes(field)))
    if (refusal === undefined) return []
    return [{ attribute, reason: 'rejected_by_salesforce' as const, sentence: refusalSentence(refusal), dropped: value }]
  })
}
