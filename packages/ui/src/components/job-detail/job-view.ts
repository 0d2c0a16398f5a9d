import { type RecordOutcome, recordOutcomes, type SkipReason, skipReasons } from '@pryzm/salesforce-sdk'

/** Which records to show: an outcome, or those that synced with skipped fields. */
export type OutcomeFilter = RecordOutcome | 'with_skips'

/** What of a job is shown; plain text values, so that an address can hold it exactly. */
export interface JobView {
  outcome?: OutcomeFilter
  /** Only records with a field skipped for this reason. */
  reason?: SkipReason
  /** Only records that have this cause of the job. */
  cause?: string
  /** Part of a record's name. */
  search?: string
  /** The record that is open, by an id of either side or of its result: the list begins with it where it is long. */
  record?: string
}

/** The view with some parts set, or taken out where they are undefined. */
export function withView(view: JobView, change: { [Part in keyof JobView]: JobView[Part] | undefined }): JobView {
  const entries = Object.entries({ ...view, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries)
}

/** True where the view shows some of the records only. */
export function isNarrowed({ record: _open, ...filters }: JobView): boolean {
  return Object.keys(filters).length > 0
}

/** The filters of the view as the server takes them. */
export function toQuery({ outcome, reason, cause, search }: JobView) {
  const wanted = search?.trim()
  return {
    ...(outcome === 'with_skips' ? { fields: 'skipped' as const } : outcome !== undefined && { outcome }),
    ...(reason !== undefined && { reason }),
    ...(cause !== undefined && { cause }),
    ...(wanted && { search: wanted }),
  }
}

/** The view that an address holds, as `jobSearch` wrote it; what it does not know is left out. */
export function jobViewOf(search: string | URLSearchParams): JobView {
  const asked = new URLSearchParams(search)
  const text = (name: string) => asked.get(name)?.slice(0, 200) || undefined
  return withView(
    {},
    {
      outcome: ([...recordOutcomes, 'with_skips'] as const).find((outcome) => outcome === asked.get('outcome')),
      reason: skipReasons.find((reason) => reason === asked.get('reason')),
      cause: /^\d{1,6}$/.exec(asked.get('cause') ?? '')?.[0],
      search: text('q'),
      record: text('record')?.slice(0, 64),
    },
  )
}

/** The view as the search of an address, such as `outcome=failed&record=001gK0000000005QAR`. */
export function jobSearch({ search, ...view }: JobView): string {
  const entries = Object.entries({ ...view, q: search }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new URLSearchParams(entries).toString()
}
