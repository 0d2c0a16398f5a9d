import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { keyField } from '../org/writing/upsert-record.ts'
import { recordJson } from '../wire/record-json.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { requireView } from './describe.ts'
import { creator, deleter, updater, upserter } from './item-writers.ts'
import { isObject, readJsonObject } from './read-json.ts'
import { writeOptions } from './write-options.ts'
import { writeAll } from './write-all.ts'

const MOST_RECORDS = 200
const MOST_READ = 2000

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

function refuseCount(count: number, most = MOST_RECORDS): void {
  if (count === 0) throw refusal('REQUIRED_FIELD_MISSING', 'At least 1 record is required')
  if (count > most) throw refusal('EXCEEDED_MAX_SIZE_REQUEST', `The request has ${count} records; at most ${most} are allowed.`)
}

function retrieve(c: Context<AppEnv>, org: Org, objectName: string, ids: readonly string[], names: readonly string[]) {
  const view = requireView(org, c.var.caller.user, objectName)
  const fields = names.map((name) => {
    const field = view.field(name)
    if (!field) throw refusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${view.type.name}`)
    return field
  })
  refuseCount(ids.length, MOST_READ)
  const hidden = org.access.hiddenRecords(c.var.caller.user)
  return ids.map((id) => {
    const row = org.table(view.type.name).get(toId18(id) ?? '')
    return row && row.IsDeleted !== true && !hidden.has(String(row.Id))
      ? recordJson(org, c.var.version, view.type.name, row, fields)
      : null
  })
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
