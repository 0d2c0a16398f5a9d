import type { PullPage } from '../ports/index.ts'
import { convertBlock, type ReadyRow } from './convert-block.ts'
import { type LookedUp, type MatchedRow, matchBlock } from './match-block.ts'
import type { PullContext } from './pull-context.ts'

/** A block of rows that is known in full before anything of it is written. */
export interface PreparedBlock {
  matched: readonly MatchedRow[]
  /** Those of them that a record is to be created or updated from. */
  ready: readonly ReadyRow[]
}

/** Matches a block of rows, and converts those that may change something. `taken` as in `matchBlock`. */
export async function prepareBlock(
  context: PullContext,
  page: PullPage,
  looked: LookedUp,
  taken: Set<string>,
): Promise<PreparedBlock> {
  const matched = matchBlock(context, looked, taken)
  return { matched, ready: await convertBlock(context, page, matched.filter(mayChange), looked.rows) }
}

/** Whether a record may have to be written: a row that synced completely before and brings the same again is known as unchanged. */
export function mayChange({ decision, hash }: MatchedRow): boolean {
  if (decision.kind !== 'update') return decision.kind === 'create'
  const { link, revision } = decision
  return link === null || link.hash !== hash || link.revision !== revision
}

/** Whether somebody has changed the record in Pryzm since it was synced last. */
export function isEditedHere({ decision }: MatchedRow): boolean {
  if (decision.kind !== 'update' || decision.link === null) return false
  return decision.link.revision !== null && decision.link.revision !== decision.revision
}
