import { type AttributeValue, type RecordTypeSchema, SyncError } from '@pryzm/salesforce-sdk'
import type { PostgresRecords } from '@pryzm/salesforce-server/records'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import { randomUUID } from 'node:crypto'
import { canEdit, people, personCookie, personOf, workspace } from './people.ts'

const PAGE_SIZE = 25

export interface DemoApiOptions {
  records: PostgresRecords
  module: { enabled: boolean }
  orgUrl: string | null
}

/** What the demo's own pages ask: who you are, and Pryzm's records. The kit has no part in it. */
export function demoApi({ records, module, orgUrl }: DemoApiOptions): Router {
  const router = Router()
  router.use(express.json())

  router.get('/', async (request, response) => {
    response.json({
      person: personOf(request.headers.cookie),
      people,
      moduleEnabled: module.enabled,
      orgUrl,
      recordTypes: await records.recordTypes(workspace),
    })
  })
  router.post('/person', (request, response) => {
    const { id } = request.body as { id?: unknown }
    if (!people.some((person) => person.id === id)) throw new Refusal(400, 'There is no such person.')
    response.setHeader('Set-Cookie', personCookie(String(id)))
    response.status(204).end()
  })
  router.post('/module', (request, response) => {
    module.enabled = (request.body as { enabled?: unknown }).enabled === true
    response.status(204).end()
  })

  router.get('/records/:recordType', async (request, response) => {
    const schema = await recordType(records, request)
    const query = new URL(request.originalUrl, 'http://localhost').searchParams
    const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1)
    const search = (query.get('search') ?? '').slice(0, 200)
    const { items, total } = await records.list(workspace, schema.recordType, { search, page, size: PAGE_SIZE })
    response.json({ schema, items, total, page, pages: Math.ceil(total / PAGE_SIZE) })
  })
  router.get('/records/:recordType/:recordId', async (request, response) => {
    const schema = await recordType(records, request)
    const [record] = await records.read(workspace, schema.recordType, [recordId(request)])
    if (!record) throw new Refusal(404, `There is no such ${schema.label.toLowerCase()}.`)
    const names = await relatedNames(records, schema, record.values)
    response.json({ schema, record, names, canEdit: canEdit(personOf(request.headers.cookie)) })
  })
  router.post('/records/:recordType', editorsOnly, async (request, response) => {
    const schema = await recordType(records, request)
    const id = randomUUID()
    await write(records, schema, { id, kind: 'create', values: values(request) })
    response.status(201).json({ id })
  })
  router.patch('/records/:recordType/:recordId', editorsOnly, async (request, response) => {
    const schema = await recordType(records, request)
    await write(records, schema, { id: recordId(request), kind: 'update', values: values(request) })
    response.status(204).end()
  })
  router.use(((_request, _response) => {
    throw new Refusal(404, 'There is no such page.')
  }) satisfies RequestHandler)
  router.use(sayWhy)
  return router
}

class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const sayWhy: ErrorRequestHandler = (error: unknown, _request, response: Response, next) => {
  if (response.headersSent) return next(error)
  if (error instanceof Refusal || error instanceof SyncError)
    return void response.status(error.status).json({ message: error.message })
  console.error(error)
  response.status(500).json({ message: 'The demo server met an error; its terminal tells more.' })
}

const editorsOnly: RequestHandler = (request, _response, next) => {
  if (!canEdit(personOf(request.headers.cookie)))
    throw new Refusal(403, 'Viewers cannot change records. Editors and Workspace Admins can.')
  next()
}

async function recordType(records: PostgresRecords, request: Request): Promise<RecordTypeSchema> {
  const schema = await records.schema(workspace, String(request.params.recordType))
  if (!schema) throw new Refusal(404, 'There is no such record type.')
  return schema
}

function recordId(request: Request): string {
  const id = String(request.params.recordId)
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new Refusal(404, 'There is no such record.')
  return id
}

function values(request: Request): Record<string, AttributeValue> {
  const { values: given } = request.body as { values?: unknown }
  if (typeof given !== 'object' || given === null) throw new Refusal(400, 'Send the values to set.')
  return given as Record<string, AttributeValue>
}

async function write(
  records: PostgresRecords,
  schema: RecordTypeSchema,
  row: Parameters<PostgresRecords['write']>[2][number],
): Promise<void> {
  const [outcome] = await records.write(workspace, schema.recordType, [row], {})
  if (outcome?.outcome === 'missing') throw new Refusal(404, `There is no such ${schema.label.toLowerCase()}.`)
  if (outcome?.outcome === 'rejected') throw new Refusal(422, outcome.sentence)
}

async function relatedNames(
  records: PostgresRecords,
  { attributes }: RecordTypeSchema,
  held: Readonly<Record<string, AttributeValue>>,
): Promise<Record<string, string>> {
  const names: Record<string, string> = Object.fromEntries((await records.listUsers(workspace)).map(({ id, name }) => [id, name]))
  for (const { name, relatedRecordType } of attributes) {
    const id = held[name]
    if (!relatedRecordType || typeof id !== 'string') continue
    const [related] = await records.read(workspace, relatedRecordType, [id])
    if (related) names[id] = related.name
  }
  return names
}
