import { SyncError } from '@pryzm/salesforce-sdk/contract'

/** The position that a list's cursor names; null without one. */
export function readCursor(cursor: string | null): number | null {
  if (cursor === null) return null
  const position = /^\d{1,15}$/.test(cursor) ? Number(cursor) : NaN
  if (Number.isNaN(position)) {
    throw new SyncError('invalid_input', 'This cursor is not one that the list handed out. Start from its first page.')
  }
  return position
}
