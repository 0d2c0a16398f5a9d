import type { RecordOutcome, SkipReason } from '@pryzm/salesforce-sdk'

/** Which records to show: an outcome, or those that synced with skipped fields. */
export type OutcomeFilter = RecordOutcome | 'with_skips'

/** What of a job is shown; plain text values, so that an address can hold it exactly. */
export interface JobView {
  outcome?: OutcomeFilter
  /** Only records with a field skipped for this reason. */
  reason?: SkipReason
  /** Part of a record's name. */
  search?: string
  /** Id of one record, of either side: only this one, opened. */
  record?: string
}

/** The view with some parts set, or taken out where they are undefined. */
export function withView(view: JobView, change: { [Part in keyof JobView]: JobView[Part] | undefined }): JobView {
  const entries = Object.entries({ ...view, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries)
}

/** The view as the server takes it. */
export function toQuery({ outcome, reason, search, record }: JobView) {
  const wanted = record ?? search?.trim()
  return {
    ...(outcome === 'with_skips' ? { fields: 'skipped' as const } : outcome !== undefined && { outcome }),
    ...(reason !== undefined && { reason }),
    ...(wanted && { search: wanted }),
  }
}
