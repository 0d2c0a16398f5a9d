import type { JobReason } from '@pryzm/salesforce-sdk/contract'
import type { Link, NewResult, PullPage } from '../ports/index.ts'
import type { PullContext } from './pull-context.ts'

const notes = {
  deleted: {
    code: 'deleted_in_salesforce',
    sentence: 'This record was deleted in Salesforce. Its Pryzm record is kept and not linked any more.',
  },
  neverLinked: { code: 'deleted_in_salesforce', sentence: 'This record was deleted in Salesforce before it was ever pulled.' },
  merged: {
    code: 'merged_in_salesforce',
    sentence: 'This record was merged into another one in Salesforce. Its Pryzm record is linked to that one now.',
  },
  unlinked: {
    code: 'merged_in_salesforce',
    sentence:
      'This record was merged in Salesforce into one that is linked to another Pryzm record. Its own Pryzm record is kept and not linked any more.',
  },
} satisfies Record<string, JobReason>

/**
 * Releases the links of rows that Salesforce has deleted. A merged record's link moves to the winner, unless the winner has
 * a link of its own; Pryzm records are neither deleted nor merged.
 */
export async function settleDeleted(context: PullContext, page: PullPage, rows: readonly string[][]): Promise<NewResult[]> {
  const { idAt, nameAt, masterAt, object } = context
  const ids = rows.map((cells) => cells[idAt] ?? '')
  const matches = await page.match(ids.map((salesforceId) => ({ salesforceId, pryzmId: null })))
  const winners = rows.flatMap((cells) => cells[masterAt] || [])
  const taken = new Set((await page.targets(object, winners)).keys())
  const links: Link[] = []
  const results = rows.map((cells, index): NewResult => {
    const link = matches[index]?.link ?? null
    const winner = cells[masterAt] || null
    const reason = release(link, winner, taken, links)
    const recordId = link?.recordId ?? null
    return {
      outcome: 'skipped',
      name: cells[nameAt] || null,
      recordId,
      salesforceId: ids[index] ?? '',
      reason,
      syncedFields: 0,
      skips: [],
    }
  })
  if (links.length > 0) await page.putLinks(links)
  return results
}

function release(link: Link | null, winner: string | null, taken: Set<string>, links: Link[]): JobReason {
  if (link === null) return notes.neverLinked
  if (link.state !== 'live') return notes.deleted
  links.push({ ...link, state: 'deleted_in_salesforce' })
  if (winner === null) return notes.deleted
  if (taken.has(winner)) return notes.unlinked
  taken.add(winner)
  links.push({ ...link, salesforceId: winner, hash: null, stamp: null, writeBack: 'due' })
  return notes.merged
}
