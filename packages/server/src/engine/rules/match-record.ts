import type { Link, Match } from '../ports/index.ts'

/** One row as matching sees it. */
export interface RowToMatch extends Match {
  /** `Pryzm_ID__c` in lower case; null where blank or not a UUID. */
  pryzmId: string | null
  stamp: Date
  /** Revision of a Pryzm record of this workspace and record type by id; undefined where there is none. */
  revisionOf(recordId: string): string | undefined
  /** Whether another row of the same page has been matched to this record already. */
  isTaken(recordId: string): boolean
}

export type Decision =
  | { kind: 'create' }
  | { kind: 'update'; recordId: string; link: Link | null; revision: string }
  /** A newer state of this Salesforce record was applied before. */
  | { kind: 'superseded'; link: Link }
  | { kind: 'deleted_in_pryzm'; link: Link }
  | { kind: 'link_conflict'; recordId: string }

/** Decides which Pryzm record a row of Salesforce belongs to: a link wins over `Pryzm_ID__c`, and that over a new record. */
export function matchRecord(row: RowToMatch): Decision {
  const { link } = row
  if (link === null || link.state === 'deleted_in_salesforce') return matchById(row)
  if (link.stamp !== null && row.stamp < link.stamp) return { kind: 'superseded', link }
  const revision = row.revisionOf(link.recordId)
  // A record that was deleted in Pryzm is never resurrected unasked.
  if (link.state === 'deleted_in_pryzm' || revision === undefined) return { kind: 'deleted_in_pryzm', link }
  return { kind: 'update', recordId: link.recordId, link, revision }
}

/** Without a live link; the released link of a record that Salesforce has undeleted counts as its id. */
function matchById(row: RowToMatch): Decision {
  const recordId = row.pryzmId ?? row.link?.recordId ?? null
  if (recordId === null) return { kind: 'create' }
  if (row.otherLink !== null || row.isTaken(recordId)) return { kind: 'link_conflict', recordId }
  const revision = row.revisionOf(recordId)
  return revision === undefined ? { kind: 'create' } : { kind: 'update', recordId, link: null, revision }
}
