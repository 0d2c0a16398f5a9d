import type {
  Actor,
  Connection,
  ConnectionReason,
  ConnectionStatus,
  Job,
  JobCounts,
  JobReason,
  JobState,
  Mapping,
  MappingVersion,
  OrgInfo,
  PullMode,
  RecordOutcome,
  RecordType,
  Run,
  SalesforceObject,
  SkipReason,
} from '@pryzm/salesforce-sdk/contract'
import type { RecordsTransaction } from './records.ts'
import type { Secret } from './secret.ts'

/** Everything the kit remembers. All of it belongs to one workspace, which every method takes or finds by a key of its own. */
export interface Store {
  connections: ConnectionStore
  mappings: MappingStore
  runs: RunStore
  jobs: JobStore
  links: LinkStore
  pulls: PullStore
}

export interface StoredConnection {
  workspace: string
  status: ConnectionStatus
  reason: ConnectionReason | null
  sentence: string | null
  statusSince: Date | null
  org: OrgInfo | null
  /** Salesforce id of the connected user. */
  userId: string | null
  loginUrl: string
  scopes: string[]
  accessToken: Secret | null
  refreshToken: Secret | null
  /** When a refresh began whose answer was not stored yet; tells an interrupted refresh from a revoked token. */
  refreshStartedAt: Date | null
  connectedBy: Actor | null
  connectedAt: Date | null
  apiUsage: Connection['apiUsage']
  nextTryAt: Date | null
  pending: PendingConnection | null
}

/** A grant for another org than the one before, waiting for the choice. */
export interface PendingConnection {
  org: OrgInfo
  userId: string
  loginUrl: string
  scopes: string[]
  accessToken: Secret
  refreshToken: Secret
  connectedBy: Actor
}

export interface ConnectAttempt {
  /** SHA-256 of the `state` parameter, as hex. */
  stateHash: string
  workspace: string
  user: Actor
  codeVerifier: Secret
  returnTo: string
  loginUrl: string
  startedAt: Date
}

export interface ConnectionStore {
  get(workspace: string): Promise<StoredConnection | null>
  put(connection: StoredConnection): Promise<void>
  /** Changes some columns of a connection that exists. */
  change(workspace: string, changes: Partial<Omit<StoredConnection, 'workspace'>>): Promise<void>
  /** Holds the workspace's refresh lock, across processes, while `work` runs on the connection as it stands then. */
  withRefreshLock<Result>(workspace: string, work: (connection: StoredConnection) => Promise<Result>): Promise<Result>
  startAttempt(attempt: ConnectAttempt): Promise<void>
  /** Takes an attempt out: a second call with the same hash finds nothing. */
  takeAttempt(stateHash: string): Promise<ConnectAttempt | null>
  /** The newest attempt under way since then. */
  openAttempt(workspace: string, since: Date): Promise<ConnectAttempt | null>
}

export interface StoredMapping extends MappingVersion {
  mapping: Mapping
}

export interface MappingStore {
  latest(workspace: string): Promise<StoredMapping | null>
  version(workspace: string, version: number): Promise<StoredMapping | null>
  versions(workspace: string): Promise<MappingVersion[]>
  /** Adds the version after `baseVersion`; null where somebody else has added one. */
  add(
    workspace: string,
    save: { baseVersion: number; mapping: Mapping; savedBy: Actor; savedAt: Date },
  ): Promise<StoredMapping | null>
}

export interface RunStore {
  /** Adds a run with its jobs in order, or returns the active one instead; `enqueue` joins the same transaction. */
  start(run: NewRun, enqueue: (transaction: RecordsTransaction) => Promise<void>): Promise<{ run: Run; alreadyRunning: boolean }>
  get(workspace: string, runId: string): Promise<Run | null>
  latest(workspace: string): Promise<Run | null>
  /** Marks the run as being canceled; false where it has ended. */
  cancel(workspace: string, runId: string): Promise<boolean>
  isCanceling(runId: string): Promise<boolean>
  finish(runId: string, state: JobState, at: Date): Promise<void>
}

export interface NewRun {
  id: string
  workspace: string
  mode: PullMode
  startedBy: Actor
  queuedAt: Date
  jobs: NewJob[]
}

export interface NewJob {
  id: string
  kind: Job['kind']
  object: SalesforceObject
  recordType: RecordType | null
  label: string
  mappingVersion: number
  state: JobState
  reason: JobReason | null
  /** Salesforce ids to pull again, for a retry; null for the whole object. */
  onlyIds: string[] | null
}

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
  /** Ends a push job: its one result, its counts and its state in one transaction. */
  finishPush(jobId: string, finish: { state: JobState; reason: JobReason | null; at: Date; result: NewResult }): Promise<void>
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
  lastPushedAt(workspace: string, recordType: RecordType, recordId: string): Promise<Date | null>
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
}

/** A field of one record that did not plainly sync. */
export interface FieldSkip {
  attribute: string
  reason: SkipReason
  sentence: string
  dropped: unknown
}

export interface NewResult {
  outcome: RecordOutcome
  name: string | null
  recordId: string | null
  salesforceId: string | null
  reason: JobReason | null
  syncedFields: number
  /** Skips of this record alone; those that hold for every record follow from the mapping version. */
  skips: readonly FieldSkip[]
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

/** The part of a workspace's links that one object pair has. */
export interface LinkScope {
  workspace: string
  orgId: string
  object: SalesforceObject
  recordType: RecordType
}

export interface Link {
  salesforceId: string
  recordId: string
  /** Hash of the values last applied, as hex; null after a push. */
  hash: string | null
  /** `SystemModstamp` last applied or read back. */
  stamp: Date | null
  /** Revision of the Pryzm record after the kit last wrote it. */
  revision: string | null
  /** Attributes that once synced with a value; a later blank may then clear the field. */
  syncedAttributes: readonly string[]
  /**
   * Whether Salesforce's `Pryzm_ID__c` holds the record's id: `done`; `due` to be written; `refused` by Salesforce when last
   * written; `never` where it must be left alone (it holds a foreign value, or the record cannot carry it).
   */
  writeBack: 'done' | 'due' | 'refused' | 'never'
  state: 'live' | 'deleted_in_salesforce' | 'deleted_in_pryzm'
}

export interface LinkStore {
  byRecord(scope: LinkScope, recordId: string): Promise<Link | null>
  bySalesforceId(scope: LinkScope, salesforceId: string): Promise<Link | null>
  /** Salesforce ids of linked records by record id, for relations of a push. */
  salesforceIds(
    workspace: string,
    orgId: string,
    recordType: RecordType,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>
  put(scope: LinkScope, link: Link): Promise<void>
  /** Links of an org that the workspace left for another one are kept, out of the way. */
  archive(workspace: string, orgId: string): Promise<void>
  countLinked(scope: LinkScope): Promise<number>
}

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

/** The writes of one page of a pull; all of them commit with the checkpoint, or none. */
export interface PullPage {
  /** For `Records.write`, where records share the database. */
  transaction: RecordsTransaction
  /** One match a key, in order; two set-wise look-ups whatever the number of rows. */
  match(keys: readonly MatchKey[]): Promise<Match[]>
  /** Record ids of relation targets by Salesforce id. */
  targets(targetObject: SalesforceObject, salesforceIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Those of the Salesforce ids that this job has a result for already; asked only when a query was started again. */
  alreadyDone(salesforceIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Inserts or replaces links. */
  putLinks(links: readonly Link[]): Promise<void>
  addPending(relations: readonly PendingRelation[]): Promise<void>
  /** Appends results from `seq` on. */
  addResults(seq: number, results: readonly NewResult[]): Promise<void>
}

/** A pull job with the part of the links that is its own. */
export interface PullJob {
  jobId: string
  scope: LinkScope
}

export interface PullStore {
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
  /** Ends one upload: the links of those same results are `done`, save the failed ones, which are `refused` and whose results say why. */
  writtenBack(job: PullJob, limit: number, failed: readonly { salesforceId: string; reason: JobReason }[]): Promise<void>
  watermark(scope: LinkScope): Promise<Watermark | null>
  putWatermark(scope: LinkScope, watermark: Watermark): Promise<void>
}

export interface PageOutcome {
  counts: JobCounts
  skipReasons: ReadonlyMap<SkipReason, number>
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
