import type { JobCounts, SkipReason } from '@pryzm/salesforce-sdk/contract'
import { CauseTally, type NewResult, type StoredCause } from '../ports/index.ts'
import { noCounts } from '../rules/no-counts.ts'

/** Adds up the results of a page. */
export class PageTally {
  readonly counts: JobCounts = noCounts()
  readonly skipReasons = new Map<SkipReason, number>()
  readonly #causes: CauseTally

  /** `known` are the causes that the job has already. */
  constructor(known: readonly StoredCause[] = []) {
    this.#causes = new CauseTally(known)
  }

  get causes(): StoredCause[] {
    return this.#causes.added
  }

  /** Counts a result, and notes its causes in it. */
  add(result: NewResult): void {
    const { outcome, skips } = result
    const causes = this.#causes.add(result)
    if (causes.length > 0) result.causes = causes
    this.counts.processed++
    this.counts[outcome]++
    if (skips.length === 0) return
    if (outcome !== 'failed' && outcome !== 'skipped') this.counts.withSkippedFields++
    this.counts.skippedFields += skips.length
    for (const { reason } of skips) this.skipReasons.set(reason, (this.skipReasons.get(reason) ?? 0) + 1)
  }
}
