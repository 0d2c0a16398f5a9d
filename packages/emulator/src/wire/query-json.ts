import type { Row } from '../org/table.ts'
import type { Column } from '../soql/column.ts'
import type { Org } from '../org/org.ts'
import { isCompound } from '../org/objects/field.ts'
import type { ChildQuery, CompiledQuery } from '../soql/compiled-query.ts'
import { attributesOf, versionPath } from './record-json.ts'
import { compoundOf, restValue } from './rest-value.ts'

/** Keeps rows for later pages and gives the locator under which they are asked for. */
export type KeepRows = (query: CompiledQuery, rows: readonly Row[]) => string

/** How the records of a query are shown. */
export interface RecordStyle {
  readonly version: number
  /** Called where a record has more children than fit beside it. */
  readonly keepRows: KeepRows
}

const LONG_TEXT = 4000
/** Children shown beside their parent before the rest must be asked for. */
const CHILD_BATCH = 499
/** The same when a long text field is selected. */
const LONG_TEXT_CHILD_BATCH = 199

/** Makes the function that shows a row of a query as REST does: parents are nested objects, or null where there is none. */
export function rowJson(query: CompiledQuery, style: RecordStyle): (row: Row) => Record<string, unknown> {
  const objectName = query.object.type.name
  const cells = query.selected.map((part) =>
    'read' in part ? columnCell(query.scope.org, part, style.version) : childrenCell(part, style),
  )
  const empty = emptyRecord(query)
  return (row) => {
    const json = { ...empty, attributes: attributesOf(style.version, objectName, String(row.Id)) }
    for (const put of cells) put(json, row)
    return json
  }
}

/** All keys of a record in their order. Filling a copy of it takes V8 half the time of an object that grows key by key. */
function emptyRecord({ selected }: CompiledQuery): Record<string, unknown> {
  const keys = selected.map((part) => ('read' in part ? (part.parents[0]?.relationship ?? part.field.name) : part.relationship))
  return JSON.parse(`{${['attributes', ...new Set(keys)].map((key) => `${JSON.stringify(key)}:null`).join(',')}}`)
}

type PutCell = (json: Record<string, unknown>, row: Row) => unknown

function columnCell(org: Org, column: Column, version: number): PutCell {
  if (column.parents.length > 0) return (json, row) => place(org, json, column, row, version)
  const { read, field } = column
  const { name, type } = field
  if (isCompound(field)) return (json, row) => (json[name] = cell(org, column, row))
  if (type === 'datetime') return (json, row) => (json[name] = restValue(field, read(row)))
  return (json, row) => (json[name] = read(row))
}

function childrenCell({ relationship, query, rowsOf }: ChildQuery, style: RecordStyle): PutCell {
  const show = rowJson(query, style)
  const size = hasLongText(query) ? LONG_TEXT_CHILD_BATCH : CHILD_BATCH
  return (json, row) => {
    const rows = rowsOf(row)
    const done = rows.length <= size
    const more = done ? {} : { nextRecordsUrl: laterPageUrl(style.version, style.keepRows(query, rows), size) }
    const records = rows.slice(0, size).map(show)
    json[relationship] = rows.length === 0 ? null : { totalSize: rows.length, done, ...more, records }
  }
}

/** Where the rows of a query from place `offset` on are asked for. */
export function laterPageUrl(version: number, locator: string, offset: number): string {
  return `${versionPath(version)}/query/${locator}-${offset}`
}

/** Whether a query selects a text so long that fewer records come on a page. */
export function hasLongText({ columns }: CompiledQuery): boolean {
  return columns.some(({ field }) => field.length > LONG_TEXT)
}

function place(org: Org, json: Record<string, unknown>, column: Column, row: Row, version: number): void {
  let target = json
  for (const parent of column.parents) {
    const next = nested(target, parent.relationship, parent.holder(row), parent.object.type.name, version)
    if (!next) return
    target = next
  }
  target[column.field.name] = cell(org, column, row)
}

function nested(target: Record<string, unknown>, name: string, parent: Row | undefined, objectName: string, version: number) {
  const existing = target[name]
  if (isObject(existing)) return existing
  const made: Record<string, unknown> | null = parent
    ? { attributes: attributesOf(version, objectName, String(parent.Id)) }
    : null
  target[name] = made
  return made
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function cell(org: Org, column: Column, row: Row): unknown {
  if (!isCompound(column.field)) return restValue(column.field, column.read(row))
  const holder = column.holder(row)
  return holder ? compoundOf(org, column.field, holder) : null
}
