import type {
  Actor,
  FieldNote,
  Job,
  JobOrder,
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

/** One thing that kept records of a job from syncing whole, and how many. */
export interface StoredCause {
  /** Its number within the job, from 1. */
  no: number
  /** What became of the whole record; null where one attribute of it was left out. */
  outcome: 'failed' | 'skipped' | null
  attribute: string | null
  /** A skip reason, or the code of what was said of the whole record. */
  code: string
  /** Null where each record has a sentence of its own. */
  sentence: string | null
  records: number
}

export interface StoredJob extends Job {
  workspace: string
  progress: PullProgress
  /** Null until the job has started. */
  plan: JobPlan | null
  causes: StoredCause[]
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
  order: JobOrder
}

export interface JobStore {
  get(workspace: string, jobId: string): Promise<StoredJob | null>
  /** A page of the jobs that a query finds, and how many it finds on all pages. */
  list(query: JobQuery): Promise<{ items: Job[]; next: string | null; total: number }>
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
  /** Salesforce ids of the records that pass. */
  salesforceIds(jobId: string, filter: Pick<ResultQuery, 'outcome' | 'reason' | 'cause'>): Promise<string[]>
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
  notes?: readonly AttributeNote[]
  /** True where Salesforce does not hold the record's id yet and the job's write-back has to send it. */
  writeBack?: boolean
  /** Numbers of the job's causes that it has. */
  causes?: readonly number[]
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
  /** Number of a cause. */
  cause: number | null
  search: string | null
  /** The record to begin with, by an id of either side or its position; from the first one where it is not found. */
  from: string | null
}
