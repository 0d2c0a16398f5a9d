import type { JobCounts, SkipReason } from '@pryzm/salesforce-sdk/contract'
import type { NewResult } from '../ports/index.ts'
import { noCounts } from '../rules/no-counts.ts'

/** Adds up the results of a page. */
export class PageTally {
  readonly counts: JobCounts = noCounts()
  readonly skipReasons = new Map<SkipReason, number>()

  add({ outcome, skips }: NewResult): void {
    this.counts.processed++
    this.counts[outcome]++
    if (skips.length === 0) return
    if (outcome !== 'failed' && outcome !== 'skipped') this.counts.withSkippedFields++
    this.counts.skippedFields += skips.length
    for (const { reason } of skips) this.skipReasons.set(reason, (this.skipReasons.get(reason) ?? 0) + 1)
  }
}
