import { type RecordType, type SalesforceObject, SyncError } from '@pryzm/salesforce-sdk/contract'
import { objectPairLabels } from '@pryzm/salesforce-sdk/mapping'
import type { Caller } from '../ports/index.ts'

/** Throws `not_permitted` where the caller may not see records of the type. */
export function requireView(caller: Caller, recordType: RecordType, object: SalesforceObject): void {
  if (caller.access(recordType).view) return
  const { pryzmPlural } = objectPairLabels[object]
  throw new SyncError('not_permitted', `You may not see ${pryzmPlural}, so they cannot be previewed.`, {
    details: { recordType },
  })
}
