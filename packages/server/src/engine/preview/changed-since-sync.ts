import type { FieldValues, Link } from '../ports/index.ts'
import type { PreviewSetup } from './preview-setup.ts'
import { pullRow } from './pull-way.ts'

/**
 * Whether a linked record changed in Salesforce since it was last synced. Its stamp also moves when its id is written back, so
 * where the last sync was a pull, what that pull brought is compared.
 */
export async function changedSinceSync({ lastPull }: PreviewSetup, row: FieldValues, link: Link): Promise<boolean> {
  const stamp = new Date(String(row.SystemModstamp))
  if (link.stamp === null || !(stamp > link.stamp)) return false
  if (link.hash === null || lastPull === null) return true
  const { matched, ready } = await pullRow(lastPull, row)
  return link.hash !== matched.hash && link.hash !== ready?.hash
}
