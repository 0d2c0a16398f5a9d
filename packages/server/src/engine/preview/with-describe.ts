import { SyncError } from '@pryzm/salesforce-sdk/contract'

/** Runs it by a describe of the last minute, and once more by a fresh one where Salesforce does not know a field any more. */
export async function withDescribe<Result>(work: (fresh: boolean) => Promise<Result>): Promise<Result> {
  try {
    return await work(false)
  } catch (error) {
    if (!(error instanceof SyncError) || error.details.salesforceCode !== 'INVALID_FIELD') throw error
    return work(true)
  }
}
