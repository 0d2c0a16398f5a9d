import type {
  Actor,
  FieldNote,
  Job,
  JobReason,
  JobState,
  RecordOutcome,
  RecordType,
  SalesforceObject,
  SkipReason,
} from '@pryzm/salesforce-sdk/contract'
import type { Link, LinkScope } from './link-store.ts'
import type { NewJob } from './run-store.ts'

/** Where a pull job stands, so that any worker can go on with it. */
export interface PullProgress {
  phase: 'query' | 'pages' | 'relations' | 'write_back' | 'done'
  queryId: string | null
  /** Salesforce's clock when the query was created. */
  queriedAt: Date | null
  /** Fingerprint of columns and rules the query was built from; another one starts the query again. */
  planHash: string | null
  /** Locator of the page to read next; null with pagesDone 0 for the first. */
  locator: string | null
  pagesDone: number
  /** Rows of this query read so far; must equal Salesforce's count at the end. */
  rowsRead: number
  /** How often the query was started; from the second on, rows that the job has a result for are passed over. */
  queriesStarted: number
  ingestId: string | null
}

/**
 * What holds for every record of a job, as it stood when the job ran: the attributes of the record type, the pairs whose
 * values flow, and what was left out everywhere. With the skips of a record it tells that record's field results.
 */
export interface JobPlan {
  attributes: readonly { name: string; label: string }[]
  fields: readonly { attribute: string; field: string; pairId: string }[]
  leftOut: readonly { attribute: string; field: string | null; pairId: string | null; reason: SkipReason; sentence: string }[]
}

export interface StoredJob extends Job {
  workspace: string
  progress: PullProgress
  /** Null until the job has started. */
  plan: JobPlan | null
  /** The record that a push sends; null for a pull. */
  recordId: string | null
  onlyIds: string[] | null
  idempotencyKey: string | null
}

export interface JobQuery {
  workspace: string
  cursor: string | null
  limit: number
  object: SalesforceObject | null
  kind: Job['kind'] | null
  state: JobState | null
  startedBy: string | null
  from: Date | null
  to: Date | null
}

export interface JobStore {
  get(workspace: string, jobId: string): Promise<StoredJob | null>
  list(query: JobQuery): Promise<{ items: Job[]; next: string | null }>
  people(workspace: string): Promise<Actor[]>
  /** Changes state, reason, times, total or progress of a job. */
  change(jobId: string, changes: JobChanges): Promise<void>
  /** Adds a push job, or returns the one that has the same idempotency key since `since`. */
  addPush(job: NewPushJob, since: Date): Promise<{ job: StoredJob; existed: boolean }>
  /** Runs `work` while no other push of this record runs, across processes. */
  withRecordLock<Result>(
    workspace: string,
    recordType: RecordType,
    recordId: string,
    work: () => Promise<Result>,
  ): Promise<Result>
  /**
   * Ends a push job: its one result, its counts, its state and the record's link in one transaction. Null where it had ended
   * before, and nothing was written.
   */
  finishPush(jobId: string, finish: PushFinish): Promise<StoredJob | null>
  results(query: ResultQuery): Promise<{ items: StoredResult[]; next: string | null }>
  result(jobId: string, seq: number): Promise<StoredResult | null>
  skipReasons(jobId: string): Promise<{ reason: SkipReason; fields: number }[]>
  /** Salesforce ids of the records that failed. */
  failedIds(jobId: string): Promise<string[]>
  /** Deletes whole jobs, of every workspace, that ended before then; returns how many. */
  deleteBefore(before: Date): Promise<number>
  /** Push jobs, of every workspace, that started before then and still run: their process died or their outcome is unknown. */
  unsettledPushes(startedBefore: Date): Promise<StoredJob[]>
  /** Newest finished push of a record that reached Salesforce. */
  lastPush(workspace: string, recordType: RecordType, recordId: string): Promise<{ at: Date; by: Actor } | null>
}

export interface JobChanges {
  state?: JobState
  reason?: JobReason | null
  total?: number | null
  startedAt?: Date
  finishedAt?: Date
  nextTryAt?: Date | null
  plan?: JobPlan
  progress?: Partial<PullProgress>
}

export interface NewPushJob extends NewJob {
  workspace: string
  startedBy: Actor
  queuedAt: Date
  recordId: string
  idempotencyKey: string
  startedAt?: Date
  plan?: JobPlan
}

export interface PushFinish {
  state: JobState
  reason: JobReason | null
  at: Date
  result: NewResult
  /** The record's link as it stands after the push; left out where the push changed none. */
  link?: { scope: LinkScope; link: Link }
}

/** A field of one record that did not plainly sync. */
export interface FieldSkip {
  attribute: string
  reason: SkipReason
  sentence: string
  dropped: unknown
}

/** Something worth telling about an attribute of one record that did sync. */
export interface AttributeNote extends FieldNote {
  attribute: string
}

/** Why a record was skipped or failed, with the Salesforce records that a duplicate rule took it for. */
export interface ResultReason extends JobReason {
  matches?: string[]
}

export interface NewResult {
  outcome: RecordOutcome
  name: string | null
  recordId: string | null
  salesforceId: string | null
  reason: ResultReason | null
  syncedFields: number
  /** Skips of this record alone; those that hold for every record follow from the mapping version. */
  skips: readonly FieldSkip[]
  /** Of a push alone. */
  notes?: readonly AttributeNote[]
  /** True where Salesforce does not hold the record's id yet and the job's write-back has to send it. */
  writeBack?: boolean
}

export interface StoredResult extends NewResult {
  /** Position within the job, from 1. */
  seq: number
}

export interface ResultQuery {
  jobId: string
  cursor: string | null
  limit: number
  outcome: RecordOutcome | null
  reason: SkipReason | null
  withSkippedFields: boolean
  search: string | null
}
