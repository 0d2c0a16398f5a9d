import type { JobReason } from '@pryzm/salesforce-sdk/contract'
import type { FieldSkip, JobStore, ResultQuery, StoredResult } from '../engine/ports/index.ts'
import { readCursor } from './cursor.ts'
import { type Database, firstRow } from './database.ts'
import { outcomeBit, outcomeOf, skipFilter } from './result-codes.ts'
import { matchingLines, type Needle, needleOf } from './result-search.ts'

const EVERY_OUTCOME = 31
const SYNCED = outcomeBit('created') | outcomeBit('updated') | outcomeBit('unchanged')
const COLUMNS = 'seq, outcome, synced_fields, write_back, record_id, salesforce_id, name, reason, skips'

interface ResultRow {
  seq: number
  outcome: number
  synced_fields: number
  write_back: boolean
  record_id: string | null
  salesforce_id: string | null
  name: string | null
  reason: JobReason | null
  skips: FieldSkip[] | null
}

interface Block {
  first_seq: number
  last_seq: number
  names: string
  ids: string
}

type ReadResults = Pick<JobStore, 'results' | 'result' | 'skipReasons' | 'failedIds'>

/** Lists of results: by keyset, and through their blocks where they are filtered, so that a rare one is found without a scan. */
export function readResults({ sql, tables, name }: Database): ReadResults {
  const jobOf = (jobId: string) => firstRow(sql, tables.selectFrom('jobs').select(['no', 'skip_reasons']).where('id', '=', jobId))

  /** Results after `after` that pass the masks, through the blocks that hold such ones. */
  function filtered(jobNo: number, after: number, outcomes: number, skips: number, limit: number): Promise<ResultRow[]> {
    return sql.query<ResultRow>(
      `select r.* from ${name('result_blocks')} b
       cross join lateral (
         select ${COLUMNS} from ${name('results')}
         where job_no = b.job_no and seq between b.first_seq and b.last_seq and seq > $2::bigint and outcome & $3 <> 0
           and ($4 = 0 or skipped_for & $4 <> 0)
         order by seq limit $5
       ) r
       where b.job_no = $1 and b.last_seq > $2::bigint and b.outcomes & $3 <> 0 and ($4 = 0 or b.skipped_for & $4 <> 0)
       order by b.first_seq, r.seq limit $5`,
      [jobNo, after, outcomes, skips, limit],
    )
  }

  /** The same, of results whose name or id matches. A few blocks at first, for a search that finds plenty; then more at once. */
  async function searched(jobNo: number, after: number, outcomes: number, skips: number, limit: number, search: string) {
    const needle = needleOf(search)
    const found: ResultRow[] = []
    let position = after
    for (let blocksAtOnce = 4; found.length < limit; blocksAtOnce = Math.min(blocksAtOnce * 4, 256)) {
      const blocks = await candidates(jobNo, position, outcomes, skips, needle, blocksAtOnce)
      const seqs = blocks.flatMap((block) =>
        matchingLines(needle, block.names, block.ids)
          .map((line) => block.first_seq + line)
          .filter((seq) => seq > position),
      )
      found.push(...(await chosen(jobNo, seqs, outcomes, skips, limit - found.length)))
      const last = blocks.at(-1)
      if (!last || blocks.length < blocksAtOnce) break
      position = last.last_seq
    }
    return found
  }

  function candidates(
    jobNo: number,
    after: number,
    outcomes: number,
    skips: number,
    needle: Needle,
    limit: number,
  ): Promise<Block[]> {
    return sql.query<Block>(
      `select first_seq, last_seq, names, case when $6::text is null then '' else ids end as ids from ${name('result_blocks')}
       where job_no = $1 and last_seq > $2::bigint and outcomes & $3 <> 0 and ($4 = 0 or skipped_for & $4 <> 0)
         and (strpos(names, $5) > 0 or strpos(ids, $6) > 0)
       order by first_seq limit $7`,
      [jobNo, after, outcomes, skips, needle.name, needle.id, limit],
    )
  }

  function chosen(jobNo: number, seqs: readonly number[], outcomes: number, skips: number, limit: number): Promise<ResultRow[]> {
    return sql.query<ResultRow>(
      `select ${COLUMNS} from ${name('results')}
       where job_no = $1 and seq = any (string_to_array($2, ',')::bigint[]) and outcome & $3 <> 0
         and ($4 = 0 or skipped_for & $4 <> 0)
       order by seq limit $5`,
      [jobNo, seqs.join(','), outcomes, skips, limit],
    )
  }

  async function read(query: ResultQuery, jobNo: number): Promise<ResultRow[]> {
    const after = readCursor(query.cursor) ?? -1
    const outcomes =
      (query.outcome ? outcomeBit(query.outcome) : EVERY_OUTCOME) & (query.withSkippedFields ? SYNCED : EVERY_OUTCOME)
    const skips = query.reason || query.withSkippedFields ? skipFilter(query.reason) : 0
    return query.search
      ? searched(jobNo, after, outcomes, skips, query.limit + 1, query.search)
      : filtered(jobNo, after, outcomes, skips, query.limit + 1)
  }

  return {
    async results(query) {
      const job = await jobOf(query.jobId)
      const found = job ? await read(query, job.no) : []
      const items = found.slice(0, query.limit).map(storedResult)
      return { items, next: found.length > query.limit ? String(items.at(-1)?.seq) : null }
    },

    async result(jobId, seq) {
      const job = await jobOf(jobId)
      const row = job && (await chosen(job.no, [seq], EVERY_OUTCOME, 0, 1))[0]
      return row ? storedResult(row) : null
    },

    async skipReasons(jobId) {
      const job = await jobOf(jobId)
      return Object.entries(job?.skip_reasons ?? {})
        .map(([reason, fields]) => ({ reason, fields }) as { reason: FieldSkip['reason']; fields: number })
        .filter(({ fields }) => fields > 0)
        .toSorted((a, b) => b.fields - a.fields)
    },

    async failedIds(jobId) {
      const job = await jobOf(jobId)
      if (!job) return []
      const found = await filtered(job.no, -1, outcomeBit('failed'), 0, 2 ** 31 - 1)
      return found.flatMap(({ salesforce_id }) => salesforce_id ?? [])
    },
  }
}

function storedResult(row: ResultRow): StoredResult {
  return {
    seq: row.seq,
    outcome: outcomeOf(row.outcome),
    name: row.name,
    recordId: row.record_id,
    salesforceId: row.salesforce_id,
    reason: row.reason,
    syncedFields: row.synced_fields,
    skips: row.skips ?? [],
    writeBack: row.write_back,
  }
}
