import type { NewResult, StoredCause } from '../engine/ports/index.ts'
import { outcomeBit, skipMask } from './result-codes.ts'
import { foldName, isIdOf, type Needle } from './result-search.ts'
import type { CopyCell } from './sql/copy-text.ts'

const BLOCK_ROWS = 500

/**
 * Some hundred results in a row, told in columns: what all of them hold, and line by line which holds what. A list of results that
 * is filtered or searched reads these instead of a million rows, at a fraction of what indexes would cost the pull.
 */
export interface ResultBlock {
  first_seq: number
  last_seq: number
  outcome_lines: string
  skip_lines: string
  name_lines: string
  id_lines: string
  cause_lines: string
}

/** What results must be to be found; null where anything will do. */
export interface ResultFilter {
  /** Bit mask of outcomes. */
  outcomes: number | null
  /** Bit mask of reasons, one of which a field was skipped for. */
  skips: number | null
  cause: StoredCause | null
  needle: Needle | null
}

export const blockColumns =
  'first_seq, last_seq, outcomes, skipped_for, outcome_lines, skip_lines, name_lines, id_lines, causes, cause_lines'

export function* blocksOf(firstSeq: number, results: readonly NewResult[]): Generator<[number, readonly NewResult[]]> {
  for (let start = 0; start < results.length; start += BLOCK_ROWS)
    yield [firstSeq + start, results.slice(start, start + BLOCK_ROWS)]
}

/** The cells of a block, in the order of `blockColumns`. */
export function blockCells([firstSeq, results]: [number, readonly NewResult[]]): CopyCell[] {
  const outcomes = results.map(({ outcome }) => outcomeBit(outcome))
  const skips = results.map((result) => skipMask(result.skips))
  const allSkips = union(skips)
  const causes = [...new Set(results.flatMap((result) => result.causes ?? []))]
  return [
    firstSeq,
    firstSeq + results.length - 1,
    union(outcomes),
    allSkips,
    outcomes.join('\n'),
    allSkips === 0 ? '' : skips.join('\n'),
    results.map(({ name }) => foldName(name)).join('\n'),
    results.map(({ salesforceId, recordId }) => `${salesforceId ?? ''} ${recordId?.toLowerCase() ?? ''}`).join('\n'),
    numbers(causes),
    causes.length === 0 ? '' : results.map((result) => numbers(result.causes ?? [])).join('\n'),
  ]
}

/** Positions of the results in a block that pass, as they were when the block was written; skips may have been mended since. */
export function seqsIn(block: ResultBlock, { outcomes, skips, cause, needle }: ResultFilter): number[] {
  const lines: ((line: number) => boolean)[] = []
  if (outcomes !== null) lines.push(hasBit(block.outcome_lines, outcomes))
  if (skips !== null) lines.push(hasBit(block.skip_lines, skips))
  if (cause !== null) lines.push(hasNumber(block.cause_lines, cause.no))
  if (needle !== null) lines.push(hasNeedle(block, needle))
  const found: number[] = []
  for (let seq = block.first_seq; seq <= block.last_seq; seq++)
    if (lines.every((passes) => passes(seq - block.first_seq))) found.push(seq)
  return found
}

/** Numbers with a space on both sides of each, so that one of them is found as text. */
function numbers(list: readonly number[]): string {
  return list.length === 0 ? '' : ` ${list.join(' ')} `
}

/** How a number stands in a block's `causes` and in each of its `cause_lines`. */
export function numberIn(no: number): string {
  return ` ${no} `
}

function hasNumber(text: string, no: number): (line: number) => boolean {
  const lines = text.split('\n')
  return (line) => (lines[line] ?? '').includes(numberIn(no))
}

function union(masks: readonly number[]): number {
  return masks.reduce((all, mask) => all | mask, 0)
}

function hasBit(text: string, mask: number): (line: number) => boolean {
  const lines = text.split('\n')
  return (line) => (Number(lines[line]) & mask) !== 0
}

function hasNeedle({ name_lines, id_lines }: ResultBlock, needle: Needle): (line: number) => boolean {
  const names = name_lines.split('\n')
  const ids = id_lines.split('\n')
  return (line) => (names[line] ?? '').includes(needle.name) || isIdOf(ids[line] ?? '', needle.id)
}
