import type { HttpRequest } from 'jsforce'
import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { BulkState, IngestStatus, QueryStatus } from '../engine/ports/index.ts'
import { jsonBody } from './exact-request.ts'
import { isJsonObject } from './json-object.ts'
import { type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'

type Kind = 'query' | 'ingest'

const states = new Map<string, BulkState>([
  ['Open', 'queued'],
  ['UploadComplete', 'queued'],
  ['InProgress', 'running'],
  ['JobComplete', 'complete'],
  ['Failed', 'failed'],
  ['Aborted', 'aborted'],
])

/** Starts a Bulk API 2.0 query; `at` is Salesforce's clock as its answer tells it. */
export async function startQuery(session: Session, soql: string, withDeleted: boolean): Promise<{ queryId: string; at: Date }> {
  const body = { operation: withDeleted ? 'queryAll' : 'query', query: soql, columnDelimiter: 'COMMA', lineEnding: 'LF' }
  const { headers, job } = await send(session, { method: 'POST', url: '/jobs/query', ...jsonBody(body) })
  return { queryId: textOf(job, 'id'), at: new Date(headers['date'] ?? textOf(job, 'createdDate')) }
}

export async function queryStatus(session: Session, queryId: string): Promise<QueryStatus> {
  const { job } = await send(session, { method: 'GET', url: jobUrl('query', queryId) })
  return { state: stateOf(job), recordsProcessed: numberOf(job, 'numberRecordsProcessed'), error: errorOf(job) }
}

export async function ingestStatus(session: Session, ingestId: string): Promise<IngestStatus> {
  const { job } = await send(session, { method: 'GET', url: jobUrl('ingest', ingestId) })
  return {
    state: stateOf(job),
    recordsProcessed: numberOf(job, 'numberRecordsProcessed'),
    recordsFailed: numberOf(job, 'numberRecordsFailed'),
    error: errorOf(job),
  }
}

/** Creates an ingest job of updates that waits for its data. */
export async function openIngest(session: Session, object: string): Promise<string> {
  const body = { object, operation: 'update', contentType: 'CSV', columnDelimiter: 'COMMA', lineEnding: 'LF' }
  const { job } = await send(session, { method: 'POST', url: '/jobs/ingest', ...jsonBody(body) })
  return textOf(job, 'id')
}

/** Tells Salesforce that all data is there. */
export async function closeIngest(session: Session, ingestId: string): Promise<void> {
  await send(session, { method: 'PATCH', url: jobUrl('ingest', ingestId), ...jsonBody({ state: 'UploadComplete' }) })
}

/** Stops a job; one that has ended or is gone needs no stopping. */
export async function abortJob(session: Session, kind: Kind, jobId: string): Promise<void> {
  try {
    await send(session, { method: 'PATCH', url: jobUrl(kind, jobId), ...jsonBody({ state: 'Aborted' }) })
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    if (error.code !== 'not_found' && error.details['salesforceCode'] !== 'INVALIDJOBSTATE') throw error
  }
}

async function send(session: Session, request: HttpRequest) {
  const { body, headers } = await session.exact(request)
  if (!isJsonObject(body)) throw new SyncError('salesforce_busy', 'Salesforce answered a Bulk request without its job.')
  return { job: body, headers }
}

function jobUrl(kind: Kind, jobId: string): string {
  return `/jobs/${kind}/${encodeURIComponent(jobId)}`
}

function stateOf(job: Row): BulkState {
  const state = states.get(textOf(job, 'state'))
  if (state === undefined)
    throw new SyncError('internal', `Salesforce tells a Bulk state that is not known: ${textOf(job, 'state')}.`)
  return state
}

function numberOf(job: Row, field: string): number {
  return Number(textOf(job, field))
}

function errorOf(job: Row): string | null {
  return textOf(job, 'errorMessage') || null
}
