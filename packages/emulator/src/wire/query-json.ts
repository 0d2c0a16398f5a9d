import type { Row } from '../org/table.ts'
import type { Column } from '../soql/column.ts'
import type { CompiledQuery } from '../soql/compile-query.ts'
import { attributesOf } from './record-json.ts'
import { addressOf, restValue } from './rest-value.ts'

/** Makes the function that shows a row of a query as REST does: parents are nested objects, or null where there is none. */
export function rowJson(query: CompiledQuery, version: number): (row: Row) => Record<string, unknown> {
  const objectName = query.object.type.name
  return (row) => {
    const json: Record<string, unknown> = { attributes: attributesOf(version, objectName, String(row.Id)) }
    for (const column of query.columns) place(json, column, row, version)
    return json
  }
}

function place(json: Record<string, unknown>, column: Column, row: Row, version: number): void {
  let target = json
  for (const parent of column.parents) {
    const next = nested(target, parent.relationship, parent.holder(row), parent.object.type.name, version)
    if (!next) return
    target = next
  }
  target[column.field.name] = cell(column, row)
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

function cell(column: Column, row: Row): unknown {
  if (column.field.type !== 'address') return restValue(column.field, column.read(row))
  const holder = column.holder(row)
  return holder ? addressOf(column.field, holder) : null
}
