import type { Match, MatchKey, PullPage } from '../ports/index.ts'
import { type Decision, matchRecord } from '../rules/match-record.ts'
import { contentHash } from '../rules/content-hash.ts'
import type { PullContext } from './pull-context.ts'

/** A row of Salesforce with the decision which Pryzm record it belongs to. */
export interface MatchedRow {
  /** Position within the block. */
  index: number
  /** In the order of the query's columns; those of the plan come first. */
  cells: readonly string[]
  salesforceId: string
  /** `Pryzm_ID__c` as Salesforce has it. */
  idCell: string
  /** Whether `idCell` is the id of a record of this workspace. */
  namesOwnRecord: boolean
  stamp: Date
  /** Of the cells under the present plan. */
  hash: string
  decision: Decision
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Matches a block of rows with two set-wise look-ups, whatever the number of rows. */
export async function matchBlock(context: PullContext, page: PullPage, rows: readonly string[][]): Promise<MatchedRow[]> {
  const planColumns = context.plan.columns.length
  const keys = rows.map((cells): MatchKey => {
    const id = (cells[planColumns + 1] ?? '').toLowerCase()
    return { salesforceId: cells[planColumns] ?? '', pryzmId: uuid.test(id) ? id : null }
  })
  const matches = await page.match(keys)
  const revisions = await readRevisions(context, page, keys, matches)
  const taken = new Set<string>()
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
      cells,
      salesforceId,
      idCell: cells[planColumns + 1] ?? '',
      namesOwnRecord: pryzmId !== null && revisions.has(pryzmId),
      stamp,
      hash: contentHash(context.planHash, cells.slice(0, planColumns)),
      decision,
    }
  })
}

async function readRevisions(
  { ports, workspace, recordType }: PullContext,
  { transaction }: PullPage,
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
