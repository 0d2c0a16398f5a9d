import { randomUUID } from 'node:crypto'

/** A UUIDv7. Ids made one after another sort one after another, so that indexes of a bulk pull grow at their end alone. */
export function newRecordId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
