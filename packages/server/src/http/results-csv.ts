import type { RecordResult } from '@pryzm/salesforce-sdk/contract'
import { findJob } from '../engine/list-jobs.ts'
import { requireView, showResults } from '../engine/list-results.ts'
import type { Caller, Ports, StoredJob, StoredResult } from '../engine/ports/index.ts'

const columns = [
  'outcome',
  'name',
  'recordId',
  'salesforceId',
  'reasonCode',
  'reason',
  'syncedFields',
  'skippedFields',
  'skips',
  'notes',
] as const
const pageSize = 1000
const everyResult = { outcome: null, reason: null, withSkippedFields: false, cause: null, search: null, from: null }

/** Streams every record result of a job as CSV, a page at a time, however many there are. */
export async function answerResultsCsv(ports: Ports, caller: Caller, jobId: string): Promise<Response> {
  const job = await findJob(ports, caller.workspace, jobId)
  requireView(caller, job)
  return new Response(streamOf(csvOf(ports, job)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="salesforce-job-${jobId}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

async function* csvOf(ports: Ports, job: StoredJob): AsyncGenerator<string> {
  yield `${columns.join(',')}\r\n`
  const query = { jobId: job.id, limit: pageSize, ...everyResult }
  for (let cursor: string | null = null, more = true; more;) {
    const page: Awaited<ReturnType<Ports['store']['jobs']['results']>> = await ports.store.jobs.results({ ...query, cursor })
    const shown = await showResults(ports, job, page.items)
    yield shown.map((result, index) => csvLine(result, page.items[index])).join('')
    cursor = page.next
    more = cursor !== null
  }
}

function csvLine(result: RecordResult, stored: StoredResult | undefined): string {
  const { skips = [], notes = [] } = stored ?? {}
  const cells = [
    result.outcome,
    result.name,
    result.recordId,
    result.salesforceId,
    result.reason?.code,
    result.reason?.sentence,
    result.syncedFields,
    result.skippedFields,
    skips.map(({ attribute, reason }) => `${attribute}: ${reason}`).join('; '),
    notes.map(({ attribute, code }) => `${attribute}: ${code}`).join('; '),
  ]
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Quotes a cell; a leading quote keeps spreadsheets from running names that look like formulas. */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
