import type { PreviewWay } from '@pryzm/salesforce-sdk/contract'
import { pushFailures } from '../push/push-end.ts'
import { changedSinceSync } from './changed-since-sync.ts'
import type { BothRecords } from './find-both.ts'
import type { PreviewSetup } from './preview-setup.ts'
import { pullRow, pullWay } from './pull-way.ts'
import { pushWay } from './push-way.ts'
import { isRefused, refusedWay } from './refused-way.ts'

/** What a pull would do; null where Salesforce has no such record. */
export async function previewPullWay(
  { ports, workspace, recordType, pull }: PreviewSetup,
  both: BothRecords,
): Promise<PreviewWay | null> {
  const { row } = both
  if (row === null) return null
  if (isRefused(pull)) return refusedWay(pull.refused)
  const pulled = await pullRow(pull, row)
  const { decision } = pulled.matched
  if (decision.kind !== 'update') return pullWay(pull, row, pulled, null)
  // The row carries this record's id, and is linked to another one.
  if (both.record !== null && both.record.id !== decision.recordId) return refusedWay(pushFailures.conflict)
  const record = both.record ?? (await ports.records.read(workspace, recordType, [decision.recordId]))[0]
  return pullWay(pull, row, pulled, record ?? null)
}

/** What a push would do; null where Pryzm has no such record. */
export async function previewPushWay(setup: PreviewSetup, { row, record, link, found }: BothRecords): Promise<PreviewWay | null> {
  if (record === null) return null
  if (isRefused(setup.push)) return refusedWay(setup.push.refused)
  const changedThere = row !== null && link !== null && (await changedSinceSync(setup, row, link))
  return pushWay(setup.push, record, { found, held: row, changedThere })
}
