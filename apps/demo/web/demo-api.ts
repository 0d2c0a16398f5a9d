import type { AttributeValue, RecordTypeSchema } from '@pryzm/salesforce-sdk'
import type { LoaderFunctionArgs } from 'react-router'

/** Somebody whom the demo lets you be. */
export interface DemoPerson {
  id: string
  name: string
  role: string
}

export interface Demo {
  person: DemoPerson
  people: DemoPerson[]
  moduleEnabled: boolean
  /** The emulated org's own page; null with a real org. */
  orgUrl: string | null
  recordTypes: RecordTypeSchema[]
}

export interface DemoRecord {
  id: string
  name: string
  values: Record<string, AttributeValue>
}

export interface RecordList {
  schema: RecordTypeSchema
  items: DemoRecord[]
  total: number
  page: number
  pages: number
}

export interface RecordView {
  schema: RecordTypeSchema
  record: DemoRecord
  /** Names of related records and users by id. */
  names: Record<string, string>
  canEdit: boolean
}

export function loadDemo(): Promise<Demo> {
  return call('GET', '/api/demo')
}

export function loadRecords({ params, request }: LoaderFunctionArgs): Promise<RecordList> {
  return call('GET', `${recordsPath(params.recordType)}${new URL(request.url).search}`)
}

export function loadRecord({ params }: LoaderFunctionArgs): Promise<RecordView> {
  return call('GET', `${recordsPath(params.recordType)}/${params.recordId}`)
}

export function becomePerson(id: string): Promise<void> {
  return call('POST', '/api/demo/person', { id })
}

export function switchModule(enabled: boolean): Promise<void> {
  return call('POST', '/api/demo/module', { enabled })
}

export function saveRecord(recordType: string, id: string, values: Record<string, AttributeValue>): Promise<void> {
  return call('PATCH', `${recordsPath(recordType)}/${id}`, { values })
}

export function createRecord(recordType: string, values: Record<string, AttributeValue>): Promise<{ id: string }> {
  return call('POST', recordsPath(recordType), { values })
}

function recordsPath(recordType = ''): string {
  return `/api/demo/records/${encodeURIComponent(recordType)}`
}

/** What the demo's server answered instead of what was asked for. */
class DemoError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

async function call<Result>(method: string, path: string, body?: unknown): Promise<Result> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const answer: unknown = text === '' ? undefined : JSON.parse(text)
  if (response.ok) return answer as Result
  throw new DemoError(
    response.status,
    (answer as { message?: string } | undefined)?.message ?? 'The demo server could not answer.',
  )
}
