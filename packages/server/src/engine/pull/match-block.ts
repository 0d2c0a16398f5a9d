import type { Match, MatchKey, PullLook } from '../ports/index.ts'
import { type Decision, matchRecord } from '../rules/match-record.ts'
import { contentHash } from '../rules/content-hash.ts'
import { bothDone } from './both-done.ts'
import { mapInSlices } from './map-in-slices.ts'
import type { PullSetup } from './set-up-pull.ts'

/** What rows are matched by. */
export interface MatchingSetup extends Pick<PullSetup, 'ports' | 'workspace' | 'recordType' | 'planHash' | 'nameAt'> {
  plan: Pick<PullSetup['plan'], 'columns'>
}

/** A row of Salesforce with the decision which Pryzm record it belongs to. */
export interface MatchedRow {
  /** Position within the block. */
  index: number
  name: string | null
  salesforceId: string
  /** `Pryzm_ID__c` as Salesforce has it. */
  idCell: string
  /** Whether `idCell` is the id of a record of this workspace, of this record type or another. */
  namesOwnRecord: boolean
  stamp: Date
  /** Of the cells under the present plan. */
  hash: string
  decision: Decision
}

const none: ReadonlySet<string> = new Set()
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** A block of rows with what the database knows of them, row by row in the same order. */
export interface LookedUp {
  rows: readonly string[][]
  keys: readonly MatchKey[]
  matches: readonly Match[]
  hashes: readonly string[]
  /** Of the Pryzm records that the rows may belong to, by record id. */
  revisions: ReadonlyMap<string, string>
  /** Ids among the rows' own that are this workspace's and of none of those records. */
  others: ReadonlySet<string>
}

/** Looks a block of rows up, with two set-wise look-ups whatever the number of rows. */
export async function lookUp(context: MatchingSetup, page: PullLook, rows: readonly string[][]): Promise<LookedUp> {
  const planColumns = context.plan.columns.length
  const keys = rows.map((cells): MatchKey => {
    const id = (cells[planColumns + 1] ?? '').toLowerCase()
    return { salesforceId: cells[planColumns] ?? '', pryzmId: uuid.test(id) ? id : null }
  })
  // Hashed while the database looks.
  const [matches, hashes] = await bothDone(
    page.match(keys),
    mapInSlices(rows, (cells) => contentHash(context.planHash, cells.slice(0, planColumns))),
  )
  const revisions = await readRevisions(context, page, keys, matches)
  return { rows, keys, matches, hashes, revisions, others: await otherOwnIds(page, keys, revisions) }
}

/**
 * Decides which record each row belongs to. `taken` are the records that other rows of the page were matched to, which the
 * database may not know yet; those of this block join them.
 */
export function matchBlock(context: MatchingSetup, looked: LookedUp, taken: Set<string>): MatchedRow[] {
  const { rows, keys, matches, hashes, revisions, others } = looked
  const planColumns = context.plan.columns.length
  const isOwn = (recordId: string) => revisions.has(recordId) || others.has(recordId)
  const revisionOf = (recordId: string) => revisions.get(recordId)
  const isTaken = (recordId: string) => taken.has(recordId)

  return rows.map((cells, index) => {
    const { salesforceId, pryzmId } = keys[index] as MatchKey
    const stamp = new Date(cells[planColumns + 2] ?? '')
    const { link, otherLink } = matches[index] as Match
    const decision = matchRecord({ link, otherLink, pryzmId, stamp, revisionOf, isTaken })
    if (decision.kind === 'update') taken.add(decision.recordId)
    return {
      index,
      name: cells[context.nameAt] || null,
      salesforceId,
      idCell: cells[planColumns + 1] ?? '',
      namesOwnRecord: pryzmId !== null && isOwn(pryzmId),
      stamp,
      hash: hashes[index] as string,
      decision,
    }
  })
}

/** Ids of this workspace that are no record of this type any more, or never were: of another pipeline, say. */
function otherOwnIds(
  page: PullLook,
  keys: readonly MatchKey[],
  revisions: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> | ReadonlySet<string> {
  const unknown = keys.flatMap(({ pryzmId }) => (pryzmId === null || revisions.has(pryzmId) ? [] : [pryzmId]))
  return unknown.length === 0 ? none : page.ownIds(unknown)
}

async function readRevisions(
  { ports, workspace, recordType }: MatchingSetup,
  { transaction }: PullLook,
  keys: readonly MatchKey[],
  matches: readonly Match[],
): Promise<Map<string, string>> {
  const asked = new Set<string>()
  for (const { link } of matches) if (link !== null) asked.add(link.recordId)
  for (const { pryzmId } of keys) if (pryzmId !== null) asked.add(pryzmId)
  const ids = [...asked]
  if (ids.length === 0) return new Map()
  const found = await ports.records.revisions(workspace, recordType, ids, transaction)
  const revisions = new Map<string, string>()
  for (let index = 0; index < ids.length; index++) {
    const revision = found[index]
    if (revision != null) revisions.set(ids[index] as string, revision)
  }
  return revisions
}
