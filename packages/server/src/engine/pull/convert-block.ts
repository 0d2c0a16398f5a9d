import { type ConvertedRow, resolveRow } from '@pryzm/salesforce-sdk/mapping'
import type { Link, PendingRelation, PullLook } from '../ports/index.ts'
import { contentHash } from '../rules/content-hash.ts'
import { recordIds } from '../rules/record-ids.ts'
import { mapInSlices } from './map-in-slices.ts'
import type { MatchedRow } from './match-block.ts'
import { resolveReferences } from './resolve-references.ts'
import type { PullSetup } from './set-up-pull.ts'
import type { RowToWrite } from './write-records.ts'

/** A row ready to be written, or known to change nothing. */
export interface ReadyRow {
  matched: MatchedRow
  name: string | null
  personAccount: boolean
  link: Link | null
  /** Hash to remember: of the cells alone where everything synced, of what was left over besides where not. */
  hash: string
  write: RowToWrite
  pending: Omit<PendingRelation, 'seq'>[]
  /** True where the record already holds all of it. */
  same: boolean
}

/**
 * Converts the matched rows that a record is to be created or updated from, and resolves what they point at. `block` holds the
 * cells of every row of the block.
 */
export async function convertBlock(
  context: PullSetup,
  page: PullLook,
  rows: readonly MatchedRow[],
  block: readonly string[][],
): Promise<ReadyRow[]> {
  const converted = await mapInSlices(rows, ({ index }) => context.plan.convert(block[index] ?? []))
  const references = await resolveReferences(context, page, converted)
  const attributes = new Map(context.plan.fields.map(({ attribute }) => [attribute.name, attribute]))
  const newId = recordIds()
  return rows.map((matched, index) => {
    const row = converted[index] as ConvertedRow
    const id = matched.decision.kind === 'update' ? matched.decision.recordId : newId()
    const pending = resolveRow(row, references, attributes).map(
      ({ attribute, targetObject, salesforceId }): ReadyRow['pending'][number] => ({
        recordId: id,
        attribute,
        targetObject,
        targetSalesforceId: salesforceId,
      }),
    )
    return ready(context, matched, row, { id, pending })
  })
}

function ready(
  { planHash }: PullSetup,
  matched: MatchedRow,
  row: ConvertedRow,
  { id, pending }: { id: string; pending: ReadyRow['pending'] },
): ReadyRow {
  const update = matched.decision.kind === 'update' ? matched.decision : null
  const hash = row.skips.length === 0 ? matched.hash : contentHash(planHash, [matched.hash], leftovers(row))
  return {
    matched,
    name: row.name,
    personAccount: row.personAccount,
    link: update?.link ?? null,
    hash,
    write: { id, kind: update ? 'update' : 'create', values: row.values, skips: row.skips },
    pending,
    same: update !== null && update.link?.hash === hash && update.link.revision === update.revision,
  }
}

/** What besides the cells decides the values of a row that did not sync completely. */
function leftovers(row: ConvertedRow): string {
  const references = [...row.relations, ...row.users].map(({ attribute }) => row.values[attribute] ?? null)
  return JSON.stringify([references, row.skips.map(({ attribute, reason }) => [attribute, reason])])
}
