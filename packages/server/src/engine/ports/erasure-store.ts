import type { RecordType } from '@pryzm/salesforce-sdk/contract'

/** Erases what the kit remembers, for good. */
export interface ErasureStore {
  /**
   * Erases the record's links, and its ids, names and values from every result, those of its Salesforce records included; the
   * results stay with their outcome, so that the counts of their jobs stay true.
   */
  forget(workspace: string, recordType: RecordType, recordId: string): Promise<void>
  /** Erases everything of the workspace. A page of a pull that is being written then is rolled back. */
  purge(workspace: string): Promise<void>
}
