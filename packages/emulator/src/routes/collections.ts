import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { Row } from '../org/table.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { givenId } from '../org/writing/given-id.ts'
import { keyField, upsertRecord } from '../org/writing/upsert-record.ts'
import { deleteRecord, insertRecord, updateRecord, type WriteOptions } from '../org/writing/write-record.ts'
import { recordJson } from '../wire/record-json.ts'
import { refusal, writeRefusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { requireView } from './describe.ts'
import { isObject, readJsonObject } from './read-json.ts'
import { writeOptions } from './write-options.ts'
import { writeAll, type ItemWriter } from './write-all.ts'

const MOST_RECORDS = 200

/** Up to 200 records in one request. The answer is 200 even when every record failed; each item tells its own fate. */
export function registerCollections(app: App, org: Org): void {
  const path = '/services/data/:version/composite/sobjects'

  app.post(path, async (c) => {
    const { records, allOrNone } = await readCollection(c)
    return c.json(writeAll(org, records, allOrNone, creator(org, c.var.caller.user, writeOptions(c))))
  })

  app.patch(path, async (c) => {
    const { records, allOrNone } = await readCollection(c)
    return c.json(writeAll(org, records, allOrNone, updater(org, c.var.caller.user, writeOptions(c))))
  })

  app.delete(path, (c) => {
    const ids = (c.req.query('ids') ?? '').split(',').filter(Boolean)
    refuseCount(ids.length)
    return c.json(writeAll(org, ids, c.req.query('allOrNone') === 'true', deleter(org, c.var.caller.user)))
  })

  app.patch('/services/data/:version/composite/sobjects/:object/:field', async (c) => {
    const { records, allOrNone } = await readCollection(c)
    const view = requireView(org, c.var.caller.user, c.req.param('object'))
    const { name } = keyField(view, c.req.param('field'))
    return c.json(writeAll(org, records, allOrNone, upserter(org, c.var.caller.user, name, writeOptions(c))))
  })

  app.post('/services/data/:version/composite/sobjects/:object', async (c) => {
    const body = await readJsonObject(c)
    return c.json(retrieve(c, org, c.req.param('object'), textsOf(body.ids), textsOf(body.fields)))
  })

  app.get('/services/data/:version/composite/sobjects/:object', (c) => {
    const list = (name: string) => (c.req.query(name) ?? '').split(',')
    return c.json(retrieve(c, org, c.req.param('object'), list('ids'), list('fields')))
  })
}

async function readCollection(c: Context): Promise<{ records: RecordInput[]; allOrNone: boolean }> {
  const body = await readJsonObject(c)
  const records = Array.isArray(body.records) ? body.records.filter(isObject) : []
  refuseCount(records.length)
  return { records, allOrNone: body.allOrNone === true }
}

function refuseCount(count: number): void {
  if (count === 0) throw refusal('REQUIRED_FIELD_MISSING', 'At least 1 record is required')
  if (count > MOST_RECORDS) {
    throw refusal('EXCEEDED_MAX_SIZE_REQUEST', `The request has ${count} records; at most ${MOST_RECORDS} are allowed.`)
  }
}

function creator(org: Org, user: Row, options: WriteOptions): ItemWriter<RecordInput> {
  return {
    write: (record) => ({ id: insertRecord(org, user, typeOf(record), record, options), success: true, errors: [] }),
    onFailure: () => ({}),
  }
}

function updater(org: Org, user: Row, options: WriteOptions): ItemWriter<RecordInput> {
  return {
    write(record) {
      const { value, rest } = takeOut(record, 'Id')
      const type = typeOf(record)
      const id = givenId(org, type, value ?? '', 'update')
      updateRecord(org, user, type, id, rest, options)
      return { id, success: true, errors: [] }
    },
    onFailure: (record) => knownId(org, takeOut(record, 'Id').value),
  }
}

function deleter(org: Org, user: Row): ItemWriter<string> {
  return {
    write(id) {
      const object = org.schema.objects.find(({ keyPrefix }) => id.startsWith(keyPrefix))
      if (!object || !toId18(id)) throw writeRefusal('MALFORMED_ID', `malformed id ${id}`)
      const known = givenId(org, object.name, id, 'delete')
      deleteRecord(org, user, object.name, known)
      return { id: known, success: true, errors: [] }
    },
    onFailure: (id) => knownId(org, id),
  }
}

function upserter(org: Org, user: Row, key: string, options: WriteOptions): ItemWriter<RecordInput> {
  return {
    write(record) {
      const { value, rest } = takeOut(record, key)
      if (!value && key === 'Id')
        return { id: insertRecord(org, user, typeOf(record), rest, options), success: true, errors: [], created: true }
      if (!value) throw writeRefusal('MISSING_ARGUMENT', `${key} not specified`)
      const result = upsertRecord(org, user, typeOf(record), { field: key, value }, rest, options)
      if ('matches' in result) {
        throw writeRefusal(
          'DUPLICATE_EXTERNAL_ID',
          `${key}: more than one record found for external id field: [${result.matches.join(', ')}]`,
        )
      }
      return { id: result.id, success: true, errors: [], created: result.created }
    },
    onFailure: () => ({ created: false }),
  }
}

function typeOf(record: RecordInput): string {
  const attributes = record.attributes
  if (isObject(attributes) && typeof attributes.type === 'string') return attributes.type
  const sentence = 'Nested object for polymorphic foreign key must have an attributes field before any other fields.'
  throw refusal('JSON_PARSER_ERROR', sentence)
}

/** Takes a key out of a record, whatever its case: collections carry the id or external id among the fields. */
function takeOut(record: RecordInput, name: string): { value: string | undefined; rest: RecordInput } {
  const entries = Object.entries(record)
  const isKey = ([key]: [string, unknown]) => key.toLowerCase() === name.toLowerCase()
  const value = entries.find(isKey)?.[1]
  const rest = Object.fromEntries(entries.filter((entry) => !isKey(entry)))
  return { value: typeof value === 'string' && value !== '' ? value : undefined, rest }
}

function knownId(org: Org, id: string | undefined): { id?: string } {
  const id18 = toId18(id ?? '')
  const known = id18 !== undefined && org.schema.objects.some(({ name }) => org.table(name).get(id18))
  return known ? { id: id18 } : {}
}

function retrieve(c: Context<AppEnv>, org: Org, objectName: string, ids: readonly string[], names: readonly string[]) {
  const view = requireView(org, c.var.caller.user, objectName)
  const fields = names.map((name) => {
    const field = view.field(name)
    if (!field) throw refusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${view.type.name}`)
    return field
  })
  return ids.map((id) => {
    const row = org.table(view.type.name).get(toId18(id) ?? '')
    return row && row.IsDeleted !== true ? recordJson(org, c.var.version, view.type.name, row, fields) : null
  })
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
