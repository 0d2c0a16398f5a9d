import type { FieldSkip, JobStore, ResultQuery, StoredCause } from '../engine/ports/index.ts'
import { readCursor } from './cursor.ts'
import { type Database, firstRow } from './database.ts'
import { anyResult, filterOf, resultFinder } from './find-results.ts'
import { storedResult } from './result-row.ts'
import { needleOf } from './result-search.ts'

const AT_ONCE = 10_000

type ReadResults = Pick<JobStore, 'results' | 'result' | 'skipReasons' | 'salesforceIds'>

/** Lists of results: by keyset, so that the last page of a million costs what the first does. */
export function readResults(database: Database): ReadResults {
  const { sql, tables } = database
  const find = resultFinder(database)
  const jobOf = (jobId: string) =>
    firstRow(sql, tables.selectFrom('jobs').select(['no', 'skip_reasons', 'causes']).where('id', '=', jobId))

  async function page(job: { no: number; causes: StoredCause[] }, query: ResultQuery) {
    const cause = causeOf(job.causes, query.cause)
    if (cause === undefined) return nothing
    const after = readCursor(query.cursor) ?? (query.from === null ? -1 : (await positionOf(job.no, query.from)) - 1)
    const found = await find(job.no, { ...filterOf(query, cause), after, limit: query.limit + 1 })
    const items = found.slice(0, query.limit).map(storedResult)
    return { items, next: found.length > query.limit ? String(items.at(-1)?.seq) : null }
  }

  /** Where a record stands that is named by its position or an id of either side; 0 where there is none such. */
  async function positionOf(jobNo: number, text: string): Promise<number> {
    if (/^\d{1,9}$/.test(text)) return Number(text)
    const needle = needleOf(text)
    if (needle.id === null) return 0
    const [row] = await find(jobNo, { ...anyResult, needle, after: -1, limit: 1 })
    return row?.seq ?? 0
  }

  return {
    async results(query) {
      const job = await jobOf(query.jobId)
      return job ? page(job, query) : nothing
    },

    async result(jobId, seq) {
      const job = await jobOf(jobId)
      const [row] = job ? await find(job.no, { ...anyResult, after: seq - 1, limit: 1 }) : []
      return row?.seq === seq ? storedResult(row) : null
    },

    async skipReasons(jobId) {
      const job = await jobOf(jobId)
      return Object.entries(job?.skip_reasons ?? {})
        .map(([reason, fields]) => ({ reason, fields }) as { reason: FieldSkip['reason']; fields: number })
        .filter(({ fields }) => fields > 0)
        .toSorted((a, b) => b.fields - a.fields)
    },

    async salesforceIds(jobId, { outcome, reason, cause: asked }) {
      const job = await jobOf(jobId)
      const cause = causeOf(job?.causes ?? [], asked)
      if (!job || cause === undefined) return []
      const filter = filterOf({ outcome, reason, withSkippedFields: false, search: null }, cause)
      const ids: string[] = []
      for (let after = -1; ;) {
        const passing = await find(job.no, { ...filter, after, limit: AT_ONCE })
        for (const { salesforce_id: id } of passing) if (id !== null) ids.push(id)
        if (passing.length < AT_ONCE) return ids
        after = passing.at(-1)?.seq ?? after
      }
    },
  }
}

const nothing = { items: [], next: null }

/** Null where none is asked for, undefined where the job has no such cause. */
function causeOf(causes: readonly StoredCause[], no: number | null): StoredCause | null | undefined {
  return no === null ? null : causes.find((cause) => cause.no === no)
}
