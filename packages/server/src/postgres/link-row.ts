import type { Link } from '../engine/ports/index.ts'
import type { AttributeNames } from './attribute-mask.ts'
import type { StoredScope } from './link-scopes.ts'
import type { CopyCell } from './sql/copy-text.ts'

// Stored in rows, so a number never changes its meaning. Live is 0: an index is over that.
const STATES = ['live', 'deleted_in_salesforce', 'deleted_in_pryzm'] as const satisfies Link['state'][]
const WRITE_BACKS = ['done', 'due', 'refused', 'never'] as const satisfies Link['writeBack'][]

export interface LinkRow {
  salesforce_id: string
  record_id: string
  state: number
  hash: string | null
  stamp: Date | null
  revision: string | null
  synced: string
  write_back: number
  due_job: number | null
}

export const linkColumns = [
  'salesforce_id',
  'record_id',
  'state',
  'hash',
  'stamp',
  'revision',
  'synced',
  'write_back',
  'due_job',
] as const

/** The cells of a link: its scope's number, then those of `linkColumns` in order. `dueJob` is the job that will write its id back where that is due. */
export function linkCells(link: Link, { no, attributes }: StoredScope, dueJob: number | null): CopyCell[] {
  return [
    no,
    link.salesforceId,
    link.recordId,
    STATES.indexOf(link.state),
    link.hash,
    link.stamp && link.stamp.toISOString(),
    link.revision,
    attributes.mask(link.syncedAttributes),
    WRITE_BACKS.indexOf(link.writeBack),
    link.writeBack === 'due' ? dueJob : null,
  ]
}

/**
 * A row as a link. An id that was due in a job is done once that job has written its ids back: the job says so for all its
 * links, which would cost as much as the pull if each of them had to.
 */
export function linkOf(row: LinkRow, attributes: AttributeNames, isWrittenBack: (job: number) => boolean): Link {
  const stored = WRITE_BACKS[row.write_back] ?? 'due'
  return {
    salesforceId: row.salesforce_id,
    recordId: row.record_id,
    state: STATES[row.state] ?? 'live',
    hash: row.hash,
    stamp: row.stamp,
    revision: row.revision,
    syncedAttributes: attributes.set(row.synced),
    writeBack: stored === 'due' && row.due_job !== null && isWrittenBack(row.due_job) ? 'done' : stored,
  }
}
