import { randomUUID } from 'node:crypto'

/** Makes UUIDv7s of one moment. Ids of later moments sort behind them, so that the indexes of a bulk pull grow at their end alone. */
export function recordIds(now = Date.now()): () => string {
  const time = now.toString(16).padStart(12, '0')
  const start = `${time.slice(0, 8)}-${time.slice(8)}-7`
  return () => start + randomUUID().slice(start.length)
}
