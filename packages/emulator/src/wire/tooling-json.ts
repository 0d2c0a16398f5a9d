import type { Field } from '../org/objects/field.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { recordJson, recordUrl } from './record-json.ts'

/** A record of the Tooling API, whose address lies below `/tooling`. */
export function toolingJson(org: Org, version: number, objectName: string, row: Row, fields: readonly Field[]) {
  const attributes = { type: objectName, url: toolingUrl(version, objectName, String(row.Id)) }
  return { ...recordJson(org, version, objectName, row, fields), attributes }
}

export function toolingUrl(version: number, objectName: string, id: string): string {
  return recordUrl(version, objectName, id).replace('/sobjects/', '/tooling/sobjects/')
}
