import type { RecordTypeInfo } from '../org/record-types.ts'
import { versionPath } from './record-json.ts'

/** The first API version that tells the developer names of record types. */
const DEVELOPER_NAMES_SINCE = 43

/** A record type as describe shows it to a user. */
export function recordTypeJson(type: RecordTypeInfo, objectName: string, version: number): Record<string, unknown> {
  return {
    active: type.active,
    available: type.available,
    defaultRecordTypeMapping: type.isDefault,
    ...(version >= DEVELOPER_NAMES_SINCE ? { developerName: type.developerName } : {}),
    master: type.isMaster,
    name: type.name,
    recordTypeId: type.id,
    urls: { layout: `${versionPath(version)}/sobjects/${objectName}/describe/layouts/${type.id}` },
  }
}
