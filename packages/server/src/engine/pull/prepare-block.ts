import type { ConvertedRow } from '@pryzm/salesforce-sdk/mapping'
import type { PullPage } from '../ports/index.ts'
import { bothDone } from './both-done.ts'
import { convertBlock, readyRows, type ReadyRow } from './convert-block.ts'
import { type MatchedRow, matchBlock } from './match-block.ts'
import type { PullContext } from './pull-context.ts'

/** A block of rows that is known in full before anything of it is written. */
export interface PreparedBlock {
  matched: readonly MatchedRow[]
  /** Those of them that a record is to be created or updated from. */
  ready: readonly ReadyRow[]
}

export interface PrepareOptions {
  /** Pryzm records that rows of this page were matched to; those of the block are added. */
  taken: Set<string>
  /** Convert while the rows are still being matched: wasted on rows that turn out unchanged, a gain on all others. */
  convertAhead: boolean
}

/** Matches a block of rows, and converts those that change something. */
export async function prepareBlock(
  context: PullContext,
  page: PullPage,
  rows: readonly string[][],
  { taken, convertAhead }: PrepareOptions,
): Promise<PreparedBlock> {
  const [matched, ahead] = await bothDone(
    matchBlock(context, page, rows, taken),
    convertAhead ? convertBlock(context, page, rows) : Promise.resolve(null),
  )
  const open = matched.filter(mayChange)
  const converted = ahead
    ? { ...ahead, rows: open.map(({ index }) => ahead.rows[index] as ConvertedRow) }
    : await convertBlock(
        context,
        page,
        open.map(({ index }) => rows[index] as string[]),
      )
  return { matched, ready: readyRows(context, open, converted) }
}

/** Whether a record may have to be written: a row that synced completely before and brings the same again is known as unchanged. */
export function mayChange({ decision, hash }: MatchedRow): boolean {
  if (decision.kind !== 'update') return decision.kind === 'create'
  const { link, revision } = decision
  return link === null || link.hash !== hash || link.revision !== revision
}
