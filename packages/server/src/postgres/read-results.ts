import type { FieldSkip, JobStore, ResultQuery } from '../engine/ports/index.ts'
import { readCursor } from './cursor.ts'
import { type Database, firstRow } from './database.ts'
import { filterOf, resultFinder } from './find-results.ts'
import { outcomeBit } from './result-codes.ts'
import { storedResult } from './result-row.ts'

const AT_ONCE = 10_000

type ReadResults = Pick<JobStore, 'results' | 'result' | 'skipReasons' | 'failedIds'>

/** Lists of results: by keyset, so that the last page of a million costs what the first does. */
export function readResults(database: Database): ReadResults {
  const { sql, tables } = database
  const find = resultFinder(database)
  const jobOf = (jobId: string) => firstRow(sql, tables.selectFrom('jobs').select(['no', 'skip_reasons']).where('id', '=', jobId))

  async function page(jobNo: number, query: ResultQuery) {
    const position = { after: readCursor(query.cursor) ?? -1, limit: query.limit + 1 }
    const found = await find(jobNo, { ...filterOf(query), ...position })
    const items = found.slice(0, query.limit).map(storedResult)
    return { items, next: found.length > query.limit ? String(items.at(-1)?.seq) : null }
  }

  return {
    async results(query) {
      const job = await jobOf(query.jobId)
      return job ? page(job.no, query) : { items: [], next: null }
    },

    async result(jobId, seq) {
      const job = await jobOf(jobId)
      const [row] = job ? await find(job.no, { outcomes: null, skips: null, needle: null, after: seq - 1, limit: 1 }) : []
      return row?.seq === seq ? storedResult(row) : null
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
      const ids: string[] = []
      for (let after = -1; ;) {
        const query = { outcomes: outcomeBit('failed'), skips: null, needle: null, after, limit: AT_ONCE }
        const failed = await find(job.no, query)
        for (const { salesforce_id: id } of failed) if (id !== null) ids.push(id)
        if (failed.length < AT_ONCE) return ids
        after = failed.at(-1)?.seq ?? after
      }
    },
  }
}
