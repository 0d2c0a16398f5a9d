import { type RecordOutcome, recordOutcomes, type SkipReason, skipReasons } from '@pryzm/salesforce-sdk/contract'

// Stored in rows, so a number never changes its meaning. One bit each: a block of results tells by a bit mask what it holds.
const OUTCOME_BITS: Readonly<Record<RecordOutcome, number>> = { created: 1, updated: 2, unchanged: 4, skipped: 8, failed: 16 }

const SKIP_REASON_BITS: Readonly<Record<SkipReason, number>> = {
  not_mapped: 1 << 0,
  direction: 1 << 1,
  mapping_error: 1 << 2,
  not_coercible: 1 << 3,
  option_mismatch: 1 << 4,
  too_long: 1 << 5,
  out_of_range: 1 << 6,
  blank_required: 1 << 7,
  blank_never_synced: 1 << 8,
  read_only: 1 << 9,
  related_not_linked: 1 << 10,
  rejected_by_salesforce: 1 << 11,
  rejected_by_pryzm: 1 << 12,
  not_kept_by_salesforce: 1 << 13,
  currency_mismatch: 1 << 14,
  user_not_matched: 1 << 15,
  create_only: 1 << 16,
  blank_kept: 1 << 17,
}

export function outcomeBit(outcome: RecordOutcome): number {
  return OUTCOME_BITS[outcome]
}

export function outcomeOf(bit: number): RecordOutcome {
  const outcome = recordOutcomes.find((candidate) => OUTCOME_BITS[candidate] === bit)
  if (!outcome) throw new Error(`A stored result has the unknown outcome ${bit}. Was it written by a newer version?`)
  return outcome
}

/** The reasons for which fields were skipped, as a bit mask. */
export function skipMask(skips: readonly { reason: SkipReason }[]): number {
  let mask = 0
  for (const { reason } of skips) mask |= SKIP_REASON_BITS[reason]
  return mask
}

/** What a record must have been skipped for to be asked for: one reason, or any. */
export function skipFilter(reason: SkipReason | null): number {
  return reason ? SKIP_REASON_BITS[reason] : skipMask(skipReasons.map((each) => ({ reason: each })))
}
