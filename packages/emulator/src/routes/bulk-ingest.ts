import { IngestJob } from '../bulk/ingest-job.ts'
import { failedResults, successfulResults, unprocessedRecords } from '../bulk/ingest-results.ts'
import { jobList } from '../bulk/job-list.ts'
import type { JobState } from '../bulk/job-details.ts'
import { multipartJob } from '../bulk/multipart-job.ts'
import { requestedDialect, requiredText, unknownValue } from '../bulk/job-request.ts'
import { textStream } from '../bulk/text-stream.ts'
import { ingestOperations, type IngestOperation } from '../bulk/write-row.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { keyPrefix } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'
import { jobJson } from '../wire/job-json.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import type { Caller } from './authorize-request.ts'
import { parseObject, readJsonObject } from './read-json.ts'

/** Leaves a byte order mark in the first header, where it makes the column unknown, as it does in Salesforce. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const PATH = '/services/data/:version/jobs/ingest'

/** Bulk API 2.0 ingest jobs: create, upload, start, list, poll, abort, delete, and read what became of the rows. */
export function registerBulkIngest(app: App, org: Org): void {
  const jobs = org.ingestJobs

  app.post(PATH, async (c) => {
    if (c.req.header('Content-Type')?.startsWith('multipart/form-data')) {
      const { job: request, content } = await multipartJob(await c.req.formData())
      const job = createJob(org, c.var.caller, c.var.version, parseObject(request))
      jobs.add(job)
      job.upload(content)
      return jobJson(job.head(changeState(job, 'UploadComplete')))
    }
    const job = createJob(org, c.var.caller, c.var.version, await readJsonObject(c))
    jobs.add(job)
    return jobJson(job.created())
  })
  app.get(PATH, (c) => {
    const { path } = c.req
    const parameters = c.req.query()
    const request = { path, jobType: 'V2Ingest', parameters, pageSize: org.settings.bulk.listedJobs } as const
    return jobJson(jobList(jobs.list(c.var.caller.user), request))
  })
  app.get(`${PATH}/:id`, (c) => jobJson(jobs.get(c.req.param('id'), c.var.caller.user).polled()))
  app.put(`${PATH}/:id/batches`, async (c) => {
    upload(org, jobs.get(c.req.param('id'), c.var.caller.user), await c.req.arrayBuffer())
    return c.body(null, 201)
  })
  app.patch(`${PATH}/:id`, async (c) => {
    const job = jobs.get(c.req.param('id'), c.var.caller.user)
    return jobJson(job.head(changeState(job, (await readJsonObject(c)).state)))
  })
  app.delete(`${PATH}/:id`, (c) => {
    const job = jobs.get(c.req.param('id'), c.var.caller.user)
    if (!job.hasEnded) throw refusal('API_ERROR', 'Error encountered when deleting the job because the job is not terminated')
    jobs.delete(job)
    return c.body(null, 204)
  })
  for (const [name, lines] of Object.entries(results)) {
    app.get(`${PATH}/:id/${name}`, (c) => {
      const job = jobs.get(c.req.param('id'), c.var.caller.user)
      if (!job.hasEnded) throw refusal('INVALIDJOBSTATE', `The results of this job can't be read while its state is ${job.state}`)
      return new Response(textStream(lines(job), c.env.outgoing), { headers: { 'Content-Type': 'text/csv' } })
    })
  }
}

const results = { successfulResults, failedResults, unprocessedrecords: unprocessedRecords, unprocessedRecords }

function createJob(org: Org, { user }: Caller, apiVersion: number, request: Record<string, unknown>): IngestJob {
  const objectName = requiredText(request, 'object')
  const view = org.view(user, objectName)
  if (!view || view.type.tooling) throw refusal('INVALIDJOB', `InvalidJob : Unable to find object: ${objectName}`)
  const operation = requestedOperation(org, user, requiredText(request, 'operation'))
  const details = {
    id: org.ids.next(keyPrefix.BulkJob),
    operation,
    object: view.type.name,
    createdById: String(user.Id),
    createdDate: org.clock(),
    apiVersion,
    ...requestedDialect(request),
    assignmentRuleId: typeof request.assignmentRuleId === 'string' ? request.assignmentRuleId : undefined,
    externalIdFieldName: operation === 'upsert' ? keyFieldName(view, requiredText(request, 'externalIdFieldName')) : undefined,
  }
  return new IngestJob(org, user, details)
}

function requestedOperation(org: Org, user: Row, name: string): IngestOperation {
  if (name === 'hardDelete' && !org.access.has(user, 'BulkApiHardDelete')) {
    const why = 'hardDelete operation requires special user profile permission, please contact your system administrator'
    throw refusal('FEATURENOTENABLED', `FeatureNotEnabled : ${why}`)
  }
  const operation = ingestOperations.find((known) => known === name)
  if (!operation) throw unknownValue('operation', name)
  return operation
}

function keyFieldName(view: ObjectView, name: string): string {
  const field = view.field(name)
  if (field && (field.externalId || field.idLookup)) return field.name
  const sentence = `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${view.type.name}`
  throw refusal('INVALIDJOB', `InvalidJob : ${sentence}`)
}

function upload(org: Org, job: IngestJob, bytes: ArrayBuffer): void {
  if (job.state !== 'Open') throw refusal('INVALIDJOBSTATE', `This job takes no data any more, since its state is ${job.state}`)
  if (job.content !== undefined) {
    const remedy = `please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`
    throw refusal('CLIENTINPUTERROR', `ClientInputError : Found multiple contents for job: <${job.details.id}>, ${remedy}`)
  }
  const { uploadBytes } = org.settings.bulk
  if (Math.ceil(bytes.byteLength / 3) * 4 > uploadBytes) {
    throw refusal('CLIENTINPUTERROR', `ClientInputError : Failed to read request. Exceeded max size limit of ${uploadBytes}`)
  }
  job.upload(decoder.decode(bytes))
}

/** Gives the state that the answer shows, which a quick job has left by the time it is written. */
function changeState(job: IngestJob, state: unknown): JobState {
  if (state !== 'UploadComplete' && state !== 'Aborted') throw unknownValue('state', state)
  if (state === 'Aborted') {
    if (job.hasEnded) throw refusal('INVALIDJOBSTATE', 'Aborting already Completed Job not allowed')
    job.abort()
    return state
  }
  if (job.state !== 'Open') throw refusal('INVALIDJOBSTATE', `This job can't be closed, since its state is ${job.state}`)
  job.start()
  return state
}
