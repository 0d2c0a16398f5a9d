import type { JobCounts, JobReason, SalesforceObject, SkipReason } from '@pryzm/salesforce-sdk/contract'
import type { NewResult, PullProgress, StoredCause } from './job-store.ts'
import type { Link, LinkScope } from './link-store.ts'
import type { RecordsTransaction } from './records.ts'

/** One row of a pull, as matching needs it. */
export interface MatchKey {
  salesforceId: string
  /** `Pryzm_ID__c` in lower case; null where blank or not a UUID. */
  pryzmId: string | null
}

export interface Match {
  /** The link of this Salesforce id. */
  link: Link | null
  /** Without a live link: that of the record that `Pryzm_ID__c` names, when another Salesforce record holds it. */
  otherLink: Link | null
}

export interface PendingRelation {
  recordId: string
  attribute: string
  targetObject: SalesforceObject
  targetSalesforceId: string
  /** The result that says `related_not_linked` until this is resolved. */
  seq: number
}

/** What matching and converting rows look up. */
export interface PullLook {
  /** For what is read of records that share the database. */
  transaction: RecordsTransaction
  /** One match a key, in order; two set-wise look-ups whatever the number of rows. */
  match(keys: readonly MatchKey[]): Promise<Match[]>
  /** Record ids of relation targets by Salesforce id. */
  targets(targetObject: SalesforceObject, salesforceIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Those of the record ids that a record of this workspace has or had, of whatever record type, as its links tell. */
  ownIds(recordIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** The writes of one page of a pull; all of them commit with the checkpoint, or none. */
export interface PullPage extends PullLook {
  /** For `Records.write`: while `write` runs, nothing else is sent on the transaction. */
  alone<Result>(write: (transaction: RecordsTransaction) => Promise<Result>): Promise<Result>
  /** Those of the Salesforce ids that this job has a result for already; asked only when a query was started again. */
  alreadyDone(salesforceIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Inserts or replaces links. */
  putLinks(links: readonly Link[]): Promise<void>
  addPending(relations: readonly PendingRelation[]): Promise<void>
  /** Appends results from `seq` on, which are stored when the page ends at the latest. */
  addResults(seq: number, results: readonly NewResult[]): Promise<void>
}

/** A pull job with the part of the links that is its own. */
export interface PullJob {
  jobId: string
  scope: LinkScope
}

export interface PullStore {
  /** Runs `work` in one transaction that the database lets nothing be written in. */
  look<Result>(scope: LinkScope, work: (look: PullLook) => Promise<Result>): Promise<Result>
  /**
   * Runs `work` in one transaction that ends by adding to the job's counts and moving its checkpoint. Returns the counts
   * after it. `work` may run again from its start when the first try met a unique violation. Rejects with `JobTakenOver`,
   * nothing written, when `progress.pagesDone` is not the next page: another worker has gone on with the job.
   */
  page(job: PullJob, work: (page: PullPage) => Promise<PageOutcome>): Promise<JobCounts>
  /**
   * Pending relations of the job's record type whose target has a link by now, at most `limit`; those that earlier jobs left
   * behind included.
   */
  resolvable(job: PullJob, limit: number): Promise<(PendingRelation & { targetRecordId: string })[]>
  /** Takes resolved relations off the list and mends this job's results that called them skipped. */
  settle(job: PullJob, relations: readonly PendingRelation[]): Promise<JobCounts>
  /** Salesforce ids of the job's records that still have a pending relation. */
  pendingIds(job: PullJob): Promise<string[]>
  /** Ids of the job's results with `writeBack`, in order: the first `limit` of those that no upload has taken yet. */
  toWriteBack(job: PullJob, limit: number): AsyncIterable<{ salesforceId: string; recordId: string }>
  /** How many rows `toWriteBack` has. */
  countToWriteBack(job: PullJob, limit: number): Promise<number>
  /** Ends one upload: the links of those same results are `done`, save the failed ones, which are `refused` and whose results say why. */
  writtenBack(job: PullJob, limit: number, failed: readonly { salesforceId: string; reason: JobReason }[]): Promise<void>
  watermark(scope: LinkScope): Promise<Watermark | null>
  putWatermark(scope: LinkScope, watermark: Watermark): Promise<void>
}

export interface PageOutcome {
  counts: JobCounts
  skipReasons: ReadonlyMap<SkipReason, number>
  /** Causes that the page's results have, with how many of these have each. */
  causes: readonly StoredCause[]
  progress: Partial<PullProgress>
}

/** What a `changes` pull may build on. */
export interface Watermark {
  /** Salesforce's clock when the last complete query was created. */
  at: Date
  userId: string
  /** Fingerprint of the pull-enabled pairs and of the fields that this user can read. */
  planHash: string
  failedIds: string[]
}
