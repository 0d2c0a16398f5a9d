import type { JobCounts } from '@pryzm/salesforce-sdk/contract'

/** Counts of a job, or of a page, before its first record. */
export function noCounts(): JobCounts {
  return {
    processed: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    withSkippedFields: 0,
    skippedFields: 0,
  }
}
