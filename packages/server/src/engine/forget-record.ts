import type { RecordType } from '@pryzm/salesforce-sdk/contract'
import type { Ports } from './ports/index.ts'

/** Erases what is stored of one record, once no push of it is under way. Neither Pryzm's record nor Salesforce's is touched. */
export function forgetRecord({ store }: Ports, workspace: string, recordType: RecordType, recordId: string): Promise<void> {
  return store.jobs.withRecordLock(workspace, recordType, recordId, () => store.erasure.forget(workspace, recordType, recordId))
}
