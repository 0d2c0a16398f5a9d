import type { Org } from './org.ts'
import type { Row } from './table.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Whether a record was deleted so long ago that the org does not keep it in its bin any more, and nobody finds it. */
export function isGone(org: Org, row: Row): boolean {
  if (row.IsDeleted !== true) return false
  return org.clock().getTime() - Date.parse(String(row.SystemModstamp)) > org.settings.recycleBinDays * DAY_MS
}
