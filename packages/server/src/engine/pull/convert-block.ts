import type { Attribute, AttributeValue } from '@pryzm/salesforce-sdk/contract'
import { type ConvertedRow, relationNotLinked, userNotMatched } from '@pryzm/salesforce-sdk/mapping'
import type { Link, PendingRelation, PullPage } from '../ports/index.ts'
import { contentHash } from '../rules/content-hash.ts'
import { recordIds } from '../rules/record-ids.ts'
import { mapInSlices } from './map-in-slices.ts'
import type { MatchedRow } from './match-block.ts'
import type { PullContext } from './pull-context.ts'
import { type References, resolveReferences } from './resolve-references.ts'
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
  context: PullContext,
  page: PullPage,
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
    const pending = refer(row, id, references, attributes)
    return ready(context, matched, row, { id, pending })
  })
}

function ready(
  { planHash }: PullContext,
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

/** Puts the resolved references among the row's values, the others among its skips; returns the relations to try again later. */
function refer(
  row: ConvertedRow,
  recordId: string,
  references: References,
  attributes: ReadonlyMap<string, Attribute>,
): Omit<PendingRelation, 'seq'>[] {
  const pending: Omit<PendingRelation, 'seq'>[] = []
  for (const { attribute, targetObject, salesforceId } of row.relations) {
    const target = references.record(targetObject, salesforceId)
    if (target !== undefined) row.values[attribute] = target
    else {
      skip(row, attributes.get(attribute), salesforceId, (known) => relationNotLinked(known, 'pull'))
      pending.push({ recordId, attribute, targetObject, targetSalesforceId: salesforceId })
    }
  }
  for (const { attribute, email } of row.users) {
    const user = references.user(email)
    if (user !== undefined) row.values[attribute] = user
    else skip(row, attributes.get(attribute), email, (known) => userNotMatched(known, email, 'pull'))
  }
  return pending
}

function skip(
  row: ConvertedRow,
  attribute: Attribute | undefined,
  dropped: AttributeValue,
  why: (attribute: Attribute) => Pick<ConvertedRow['skips'][number], 'reason' | 'sentence'>,
): void {
  if (attribute) row.skips.push({ attribute: attribute.name, ...why(attribute), dropped })
}

/** What besides the cells decides the values of a row that did not sync completely. */
function leftovers(row: ConvertedRow): string {
  const references = [...row.relations, ...row.users].map(({ attribute }) => row.values[attribute] ?? null)
  return JSON.stringify([references, row.skips.map(({ attribute, reason }) => [attribute, reason])])
}
