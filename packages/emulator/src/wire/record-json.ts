import { isCompound, type Field } from '../org/objects/field.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'
import { compoundOf, restValue } from './rest-value.ts'

/** `/services/data/v67.0`, from which record URLs go on. */
export function versionPath(version: number): string {
  return `/services/data/v${version}.0`
}

/** The `attributes` every record on the wire begins with. */
export function attributesOf(version: number, objectName: string, id: string): { type: string; url: string } {
  return { type: objectName, url: recordUrl(version, objectName, id) }
}

export function recordUrl(version: number, objectName: string, id: string): string {
  return `${versionPath(version)}/sobjects/${objectName}/${id}`
}

/** A record as REST shows it, with the chosen fields in the order given. */
export function recordJson(
  org: Org,
  version: number,
  objectName: string,
  row: Row,
  fields: readonly Field[],
): Record<string, unknown> {
  const json: Record<string, unknown> = { attributes: attributesOf(version, objectName, String(row.Id)) }
  for (const field of fields) {
    json[field.name] = isCompound(field)
      ? compoundOf(org, field, row)
      : restValue(field, valueReader(org, objectName, field)(row))
  }
  return json
}
