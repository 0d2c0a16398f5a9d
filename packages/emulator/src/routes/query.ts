import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { aggregateRows } from '../soql/aggregate.ts'
import { compileQuery } from '../soql/compile-query.ts'
import { isAggregate, isPlainCount, type CompiledQuery } from '../soql/compiled-query.ts'
import { QueryCursors, type Cursor } from '../soql/query-cursors.ts'
import { countRows } from '../soql/run-query.ts'
import { columnsJson } from '../wire/columns-json.ts'
import { hasLongText, laterPageUrl, rowJson } from '../wire/query-json.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'

const MAX_BATCH = 2000
const MIN_BATCH = 200
/** Pages are shorter when a long text field is selected. */
const LONG_TEXT_BATCH = 1000

type QueryContext = Context<AppEnv>

/** SOQL queries and their further pages, for records and for the Tooling API. */
export function registerQuery(app: App, org: Org): void {
  const cursors = new QueryCursors(org)
  const run = (c: QueryContext, options: { deletedToo?: boolean; tooling?: boolean }) => {
    const soql = c.req.query('q')
    if (!soql) throw refusal('MALFORMED_QUERY', 'A query string has to be specified')
    const query = compileQuery(soql, org, c.var.caller.user, options)
    if (c.req.query('columns') === 'true') return c.json(columnsJson(query))
    return c.json(isAggregate(query.query) ? aggregateJson(org, query) : firstPage(c, cursors, query))
  }
  const base = '/services/data/:version'
  app.get(`${base}/query`, (c) => run(c, {}))
  app.get(`${base}/queryAll`, (c) => run(c, { deletedToo: true }))
  app.get(`${base}/tooling/query`, (c) => run(c, { tooling: true }))
  for (const path of ['query', 'queryAll', 'tooling/query'] as const) {
    app.get(`${base}/${path}/:locator`, (c) => c.json(laterPage(c, cursors, c.req.param('locator'))))
  }
}

function aggregateJson(org: Org, query: CompiledQuery) {
  if (isPlainCount(query.query)) return { totalSize: countRows(org, query), done: true, records: [] }
  const records = aggregateRows(org, query)
  return { totalSize: records.length, done: true, records }
}

function firstPage(c: QueryContext, cursors: QueryCursors, query: CompiledQuery) {
  const cursor = cursors.open(query, c.var.caller.user)
  const size = batchSize(c.req.header('Sforce-Query-Options'), query)
  if (cursor.result.total > size) cursors.keep(cursor)
  const page = pageJson(c, cursors, cursor, 0, size)
  if (page.done) cursor.result.release()
  return page
}

function laterPage(c: QueryContext, cursors: QueryCursors, segment: string) {
  const [, locator, offset] = /^(.+)-(\d+)$/.exec(segment) ?? []
  if (!locator || !offset) throw refusal('INVALID_QUERY_LOCATOR', 'invalid query locator')
  const cursor = cursors.find(locator, c.var.caller.user)
  return pageJson(c, cursors, cursor, Number(offset), batchSize(c.req.header('Sforce-Query-Options'), cursor.query))
}

function pageJson(c: QueryContext, cursors: QueryCursors, cursor: Cursor, offset: number, size: number) {
  const { version, caller } = c.var
  const { locator, result } = cursor
  const next = offset + size
  const done = next >= result.total
  const style = { version, keepRows: (query: CompiledQuery, rows: readonly Row[]) => cursors.keepRows(query, caller.user, rows) }
  const records = result.page(offset, size).map(rowJson(cursor.query, style))
  const more = done ? {} : { nextRecordsUrl: laterPageUrl(version, locator, next) }
  return { totalSize: result.total, done, ...more, records }
}

function batchSize(header: string | undefined, query: CompiledQuery): number {
  const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1] ?? MAX_BATCH)
  return Math.min(Math.max(asked, MIN_BATCH), hasLongText(query) ? LONG_TEXT_BATCH : MAX_BATCH)
}
