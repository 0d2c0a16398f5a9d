import { compileBulkQuery } from '../bulk/compile-bulk-query.ts'
import { jobList } from '../bulk/job-list.ts'
import { requestedDialect, requiredText, unknownValue } from '../bulk/job-request.ts'
import { locatorAt, rowOfLocator } from '../bulk/locator.ts'
import { QueryJob } from '../bulk/query-job.ts'
import type { QueryResults } from '../bulk/query-results.ts'
import { pageEnd, pageLines, type ResultPage } from '../bulk/result-page.ts'
import { byteStream, textStream } from '../bulk/text-stream.ts'
import type { Org } from '../org/org.ts'
import { keyPrefix } from '../org/salesforce-id.ts'
import { chosenEncoding, type Encoding } from '../wire/compressed.ts'
import { jobJson } from '../wire/job-json.ts'
import { notFound, refusal } from '../wire/salesforce-error.ts'
import type { App, Connection } from './app.ts'
import type { Caller } from './authorize-request.ts'
import { readJsonObject } from './read-json.ts'

const PATH = '/services/data/:version/jobs/query'
const URLS_A_PAGE = 5

/** Bulk API 2.0 query jobs: create, list, poll, abort, delete, and read results page by page. */
export function registerBulkQuery(app: App, org: Org): void {
  const jobs = org.queryJobs

  app.post(PATH, async (c) => {
    const job = createJob(org, c.var.caller, c.var.version, await readJsonObject(c))
    jobs.add(job)
    return jobJson(job.created())
  })
  app.get(PATH, (c) => {
    const { path } = c.req
    const parameters = c.req.query()
    const request = { path, jobType: 'V2Query', parameters, pageSize: org.settings.bulk.listedJobs } as const
    return jobJson(jobList(jobs.list(c.var.caller.user), request))
  })
  app.get(`${PATH}/:id`, (c) => jobJson(jobs.get(c.req.param('id'), c.var.caller.user).polled()))
  app.patch(`${PATH}/:id`, async (c) => {
    const job = jobs.get(c.req.param('id'), c.var.caller.user)
    abort(job, (await readJsonObject(c)).state)
    return jobJson(job.listed())
  })
  app.delete(`${PATH}/:id`, (c) => {
    const job = jobs.get(c.req.param('id'), c.var.caller.user)
    if (!job.hasEnded) throw refusal('API_ERROR', 'Error encountered when deleting the job because the job is not terminated')
    jobs.delete(job)
    return c.body(null, 204)
  })
  app.get(`${PATH}/:id/results`, (c) => {
    const job = jobs.get(c.req.param('id'), c.var.caller.user)
    const results = readableResults(job, c.var.version)
    const page = { from: firstRow(job, c.req.query('locator')), rows: pageRows(job, c.req.query('maxRecords')) }
    const encoding = chosenEncoding(c.req.header('Accept-Encoding'))
    return resultPage(job, results, page, { encoding, connection: c.env.outgoing })
  })
  for (const path of ['resultPages', 'resultpages']) {
    app.get(`${PATH}/:id/${path}`, (c) => {
      if (c.var.version < 58) throw notFound()
      const job = jobs.get(c.req.param('id'), c.var.caller.user)
      const results = readableResults(job, c.var.version)
      return c.json(resultUrls(job, results, firstRow(job, c.req.query('locator'))))
    })
  }
}

function createJob(org: Org, { user }: Caller, apiVersion: number, request: Record<string, unknown>): QueryJob {
  const operation = requiredText(request, 'operation')
  if (operation !== 'query' && operation !== 'queryAll') throw unknownValue('operation', operation)
  const { dailyQueryJobs } = org.settings.bulk
  if (org.queryJobs.madeInDay >= dailyQueryJobs) {
    throw refusal('LIMIT_EXCEEDED', `Max bulk v2 query jobs (${dailyQueryJobs}) per 24 hrs has been reached`)
  }
  const query = compileBulkQuery(requiredText(request, 'query'), org, user, operation === 'queryAll')
  const details = {
    id: org.ids.next(keyPrefix.BulkJob),
    operation,
    object: query.object.type.name,
    createdById: String(user.Id),
    createdDate: org.clock(),
    apiVersion,
    ...requestedDialect(request),
  }
  return new QueryJob(org, details, query)
}

function abort(job: QueryJob, state: unknown): void {
  if (state !== 'Aborted') throw unknownValue('state', state)
  if (job.hasEnded) throw refusal('INVALIDJOBSTATE', 'Aborting already Completed Job not allowed')
  job.abort()
}

function readableResults(job: QueryJob, version: number): QueryResults {
  if (version !== job.details.apiVersion) {
    const sentence = `This job was created with API version ${job.details.apiVersion}.0; read its results with the same version`
    throw refusal('API_ERROR', sentence, 409)
  }
  if (!job.results) throw refusal('INVALIDJOBSTATE', `The results of this job can't be read while its state is ${job.state}`)
  return job.results
}

function firstRow(job: QueryJob, locator: string | undefined): number {
  const row = locator === undefined ? 0 : rowOfLocator(job.details.id, locator)
  if (row === undefined) throw refusal('INVALIDLOCATOR', `InvalidLocator : ${locator}`)
  return row
}

/** `maxRecords` can make a page smaller than the service would, never bigger. */
function pageRows(job: QueryJob, maxRecords: string | undefined): number {
  if (maxRecords === undefined) return job.pageRows
  if (!/^0*[1-9]\d*$/.test(maxRecords)) throw refusal('API_ERROR', `maxRecords must be a whole number above 0, not ${maxRecords}`)
  return Math.min(Number(maxRecords), job.pageRows)
}

function resultPage(
  job: QueryJob,
  results: QueryResults,
  page: ResultPage,
  { encoding, connection }: { encoding: Encoding | undefined; connection: Connection | undefined },
): Response {
  const end = pageEnd(page, results)
  const headers = {
    'Content-Type': 'text/csv',
    'Sforce-NumberOfRecords': String(Math.max(0, end - page.from)),
    'Sforce-Locator': end < results.count ? locatorAt(job.details.id, end) : 'null',
  }
  const ahead = encoding === 'gzip' ? job.pageAhead(page) : undefined
  if (ahead)
    return new Response(byteStream(ahead), { headers: { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } })
  return new Response(textStream(pageLines(job.details, job.takeColumns(), results, page), connection), { headers })
}

function resultUrls(job: QueryJob, results: QueryResults, from: number) {
  const path = `/services/data/v${job.details.apiVersion}.0/jobs/query/${job.details.id}`
  const starts = Array.from({ length: URLS_A_PAGE }, (_, page) => from + page * job.pageRows)
  const next = from + URLS_A_PAGE * job.pageRows
  return {
    resultPages: starts
      .filter((row) => row === 0 || row < results.count)
      .map((row) => ({ resultUrl: `${path}/results?locator=${locatorAt(job.details.id, row)}` })),
    ...(next < results.count ? { nextRecordsUrl: `${path}/resultpages?locator=${locatorAt(job.details.id, next)}` } : {}),
    done: next >= results.count,
  }
}
