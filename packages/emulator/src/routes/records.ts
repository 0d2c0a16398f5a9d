import type { Context } from 'hono'
import type { Field } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'
import { keyField, recordsWithKey, upsertRecord } from '../org/writing/upsert-record.ts'
import { deleteRecord, findRecord, insertRecord, updateRecord } from '../org/writing/write-record.ts'
import { recordJson, recordUrl } from '../wire/record-json.ts'
import { notFound, refusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { isKnown, requireConditions, showValidators, validatorsOf } from './conditional.ts'
import { requireView } from './describe.ts'
import { readJsonObject } from './read-json.ts'
import { writeOptions } from './write-options.ts'

type RecordContext = Context<AppEnv>

const base = '/services/data/:version/sobjects/:object'

/** From this version on an upsert that updates answers 200 with a body, before it 204. */
const UPSERT_BODY_SINCE = 46

/** Single records: create, read, update, delete, and upsert by an external id. */
export function registerRecords(app: App, org: Org): void {
  app.post(base, async (c) => {
    const { type } = requireView(org, c.var.caller.user, c.req.param('object'))
    const id = insertRecord(org, c.var.caller.user, type.name, await readJsonObject(c), writeOptions(c))
    return created(c, type.name, id)
  })

  app.get(`${base}/:id`, (c) => {
    const view = requireView(org, c.var.caller.user, c.req.param('object'))
    return showRecord(c, org, view, findRecord(org, c.var.caller.user, view.type.name, requireId(c.req.param('id'))))
  })

  app.patch(`${base}/:id`, async (c) => {
    const { type } = requireView(org, c.var.caller.user, c.req.param('object'))
    const row = findRecord(org, c.var.caller.user, type.name, requireId(c.req.param('id')))
    requireConditions(c, validatorsOf(type.name, row))
    updateRecord(org, c.var.caller.user, type.name, String(row.Id), await readJsonObject(c), writeOptions(c))
    const { etag } = validatorsOf(type.name, org.table(type.name).get(String(row.Id)) ?? row)
    if (etag) c.header('ETag', etag)
    return c.body(null, 204)
  })

  app.delete(`${base}/:id`, (c) => {
    const { type } = requireView(org, c.var.caller.user, c.req.param('object'))
    deleteRecord(org, c.var.caller.user, type.name, requireId(c.req.param('id')))
    return c.body(null, 204)
  })

  registerKeyedRecords(app, org)
}

/** Records reached by an external id instead of their own id. */
function registerKeyedRecords(app: App, org: Org): void {
  app.get(`${base}/:field/:value`, (c) => {
    const view = requireView(org, c.var.caller.user, c.req.param('object'))
    const rows = recordsWithKey(org, c.var.caller.user, view, keyField(view, c.req.param('field')), c.req.param('value'))
    if (rows.length > 1)
      return multipleChoices(
        c,
        view.type.name,
        rows.map((row) => String(row.Id)),
      )
    const [row] = rows
    if (!row) throw notFound()
    return showRecord(c, org, view, row)
  })

  app.patch(`${base}/:field/:value`, async (c) => {
    const { type } = requireView(org, c.var.caller.user, c.req.param('object'))
    const key = { field: c.req.param('field'), value: c.req.param('value') }
    const updateOnly = c.req.query('updateOnly') === 'true'
    const result = upsertRecord(org, c.var.caller.user, type.name, key, await readJsonObject(c), {
      ...writeOptions(c),
      updateOnly,
    })
    if ('matches' in result) return multipleChoices(c, type.name, result.matches)
    if (!result.created && c.var.version < UPSERT_BODY_SINCE) return c.body(null, 204)
    c.header('Location', recordUrl(c.var.version, type.name, result.id))
    return c.json({ id: result.id, success: true, errors: [], created: result.created }, result.created ? 201 : 200)
  })

  app.post(`${base}/Id`, async (c) => {
    const { type } = requireView(org, c.var.caller.user, c.req.param('object'))
    return created(c, type.name, insertRecord(org, c.var.caller.user, type.name, await readJsonObject(c), writeOptions(c)))
  })
}

function created(c: RecordContext, objectName: string, id: string): Response {
  c.header('Location', recordUrl(c.var.version, objectName, id))
  return c.json({ id, success: true, errors: [] }, 201)
}

function multipleChoices(c: RecordContext, objectName: string, ids: readonly string[]): Response {
  return c.json(
    ids.map((id) => recordUrl(c.var.version, objectName, id)),
    300,
  )
}

function showRecord(c: RecordContext, org: Org, view: ObjectView, row: Row): Response {
  const validators = validatorsOf(view.type.name, row)
  showValidators(c, validators)
  if (isKnown(c, validators)) return c.body(null, 304)
  return c.json(recordJson(org, c.var.version, view.type.name, row, chosenFields(view, c.req.query('fields'))))
}

function chosenFields(view: ObjectView, list: string | undefined): readonly Field[] {
  if (!list) return view.fields
  const names = [...new Set([...list.split(',').map((name) => name.trim()), 'Id'])]
  return names.map((name) => {
    const field = view.field(name)
    if (!field) throw refusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${view.type.name}`)
    return field
  })
}

function requireId(text: string): string {
  const id = toId18(text)
  if (id === undefined) throw notFound(`Provided external ID field does not exist or is not accessible: ${text}`)
  return id
}
