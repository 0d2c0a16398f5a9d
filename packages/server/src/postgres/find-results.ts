import { hasCause, type ResultQuery, type StoredCause } from '../engine/ports/index.ts'
import type { Database } from './database.ts'
import { numberIn, type ResultBlock, type ResultFilter, seqsIn } from './result-block.ts'
import { outcomeBit, skipFilter } from './result-codes.ts'
import { resultColumns, type ResultRow } from './result-row.ts'
import { needleOf } from './result-search.ts'

// Few blocks at first, for what is found everywhere; then more at once, for what is rare.
const FIRST_BLOCKS = 4
const MOST_BLOCKS = 256

export interface FindResults extends ResultFilter {
  /** Position after which to look. */
  after: number
  limit: number
}

/** Everything there is. */
export const anyResult: ResultFilter = { outcomes: null, skips: null, cause: null, needle: null }

export function filterOf(
  { outcome, reason, withSkippedFields, search }: Pick<ResultQuery, 'outcome' | 'reason' | 'withSkippedFields' | 'search'>,
  cause: StoredCause | null,
): ResultFilter {
  const synced = withSkippedFields ? outcomeBit('created') | outcomeBit('updated') | outcomeBit('unchanged') : null
  const asked = outcome && outcomeBit(outcome)
  return {
    outcomes: synced === null || asked === null ? (asked ?? synced) : asked & synced,
    skips: reason || withSkippedFields ? skipFilter(reason) : null,
    cause,
    needle: search ? needleOf(search) : null,
  }
}

/** Finds results of a job in order of position, filtered ones through their blocks. */
export function resultFinder({ sql, name }: Database): (jobNo: number, query: FindResults) => Promise<ResultRow[]> {
  function all(jobNo: number, after: number, limit: number): Promise<ResultRow[]> {
    return sql.query<ResultRow>(
      `select ${resultColumns} from ${name('results')} where job_no = $1 and seq > $2::bigint order by seq limit $3`,
      [jobNo, after, limit],
    )
  }

  function blocksAfter(
    jobNo: number,
    { after, outcomes, skips, cause, needle }: FindResults,
    limit: number,
  ): Promise<ResultBlock[]> {
    const lines = [
      `case when $3::int is null then '' else outcome_lines end as outcome_lines`,
      `case when $4::int is null then '' else skip_lines end as skip_lines`,
      `case when $5::text is null then '' else name_lines end as name_lines`,
      `case when $6::text is null then '' else id_lines end as id_lines`,
      `case when $8::text is null then '' else cause_lines end as cause_lines`,
    ]
    return sql.query<ResultBlock>(
      `select first_seq, last_seq, ${lines.join(', ')} from ${name('result_blocks')}
       where job_no = $1 and last_seq > $2::bigint
         and ($3::int is null or outcomes & $3 <> 0) and ($4::int is null or skipped_for & $4 <> 0)
         and ($5::text is null or strpos(name_lines, $5) > 0 or strpos(id_lines, $6) > 0)
         and ($8::text is null or strpos(causes, $8) > 0)
       order by first_seq limit $7`,
      [jobNo, after, outcomes, skips, needle?.name ?? null, needle?.id ?? null, limit, cause && numberIn(cause.no)],
    )
  }

  /** Results at these positions, save those whose skips were mended. */
  async function at(jobNo: number, seqs: readonly number[], { skips, cause }: FindResults): Promise<ResultRow[]> {
    const found = await sql.query<ResultRow>(
      `select ${resultColumns} from ${name('results')}
       where job_no = $1 and seq = any (string_to_array($2, ',')::int[]) and ($3::int is null or skipped_for & $3 <> 0) order by seq`,
      [jobNo, seqs.join(','), skips],
    )
    return cause ? found.filter((row) => hasCause({ skips: row.skips ?? [] }, cause)) : found
  }

  return async (jobNo, query) => {
    const { outcomes, skips, cause, needle, limit } = query
    if (outcomes === null && skips === null && cause === null && needle === null) return all(jobNo, query.after, limit)
    const found: ResultRow[] = []
    let { after } = query
    for (let most = FIRST_BLOCKS; found.length < limit; most = Math.min(most * 4, MOST_BLOCKS)) {
      const blocks = await blocksAfter(jobNo, { ...query, after }, most)
      const seqs = blocks.flatMap((block) => seqsIn(block, query)).filter((seq) => seq > after)
      while (seqs.length > 0 && found.length < limit)
        found.push(...(await at(jobNo, seqs.splice(0, limit - found.length), query)))
      if (blocks.length < most) break
      after = blocks.at(-1)?.last_seq ?? after
    }
    return found
  }
}
