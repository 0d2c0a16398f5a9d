import type {
  Actor,
  ChangeCounts,
  ConnectionReason,
  ConnectionStatus,
  Job,
  JobReason,
  JobState,
  Mapping,
  ObjectDescribe,
  OrgInfo,
  PullMode,
  RecordType,
  SalesforceObject,
} from '@pryzm/salesforce-sdk/contract'
import type { ColumnType, Generated } from 'kysely'
import type { HostEvent, JobPlan, PullProgress, StoredCause } from '../engine/ports/index.ts'

/** JSON is written as text. */
type Json<Value> = ColumnType<Value, string, string>
type NullableJson<Value> = ColumnType<Value | null, string | null, string | null>

/** The tables that Kysely is asked about; results, links and pending relations are written by COPY and raw SQL. */
export interface Tables {
  connections: ConnectionsTable
  connect_attempts: ConnectAttemptsTable
  mapping_versions: MappingVersionsTable
  runs: RunsTable
  jobs: JobsTable
  describes: DescribesTable
  link_scopes: LinkScopesTable
  watermarks: WatermarksTable
  host_events: HostEventsTable
}

export interface ConnectionsTable {
  workspace: string
  status: ConnectionStatus
  reason: ConnectionReason | null
  sentence: string | null
  status_since: Date | null
  org: NullableJson<OrgInfo>
  user_id: string | null
  login_url: string
  scopes: Json<string[]>
  access_token: string | null
  refresh_token: string | null
  refresh_started_at: Date | null
  moved: NullableJson<{ from: string; at: string }>
  connected_by: NullableJson<Actor>
  connected_at: Date | null
  api_usage: NullableJson<{ used: number; limit: number }>
  next_try_at: Date | null
  pending: NullableJson<SealedPending>
}

/** A pending connection as it is stored: its tokens sealed. */
export interface SealedPending {
  org: OrgInfo
  userId: string
  loginUrl: string
  scopes: string[]
  accessToken: string
  refreshToken: string
  connectedBy: Actor
}

export interface ConnectAttemptsTable {
  state_hash: string
  workspace: string
  started_by: Json<Actor>
  code_verifier: string
  return_to: string
  login_url: string
  started_at: Date
}

export interface MappingVersionsTable {
  workspace: string
  version: number
  mapping: Json<Mapping>
  saved_by: Json<Actor>
  saved_at: Date
  restored_from: number | null
  changes: NullableJson<ChangeCounts>
}

/** Drift is read and written by raw SQL. */
export interface DescribesTable {
  workspace: string
  org_id: string
  object: SalesforceObject
  user_id: string
  revision: number
  hash: string
  /** Null where the user may not see the object. */
  describe: NullableJson<ObjectDescribe>
  mark: string | null
  read_at: Date
  checked_at: Date
  baseline_hash: string
  /** Null while the describe itself is the baseline. */
  baseline: NullableJson<ObjectDescribe>
  baseline_at: Date
  absent: ColumnType<Record<string, 'removed' | 'hidden'>, string | undefined, string>
}

export interface RunsTable {
  no: Generated<number>
  id: string
  workspace: string
  mode: PullMode
  started_by_id: string
  started_by_name: string
  queued_at: Date
  canceling: Generated<boolean>
  /** Null until the run has ended. */
  state: JobState | null
  finished_at: Date | null
}

export interface JobsTable {
  no: Generated<number>
  id: string
  workspace: string
  run_id: string | null
  kind: Job['kind']
  mode: PullMode | null
  object: SalesforceObject
  record_type: RecordType | null
  label: string
  state: JobState
  reason: NullableJson<JobReason>
  mapping_version: number
  started_by_id: string
  started_by_name: string
  queued_at: Date
  started_at: Date | null
  finished_at: Date | null
  next_try_at: Date | null
  total: number | null
  processed: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  skipped: Generated<number>
  failed: Generated<number>
  with_skipped_fields: Generated<number>
  skipped_fields: Generated<number>
  skip_reasons: ColumnType<Record<string, number>, string | undefined, string>
  causes: ColumnType<StoredCause[], string | undefined, string>
  /** Records per second of late, and when the counts moved last. */
  rate: number | null
  counted_at: Date | null
  phase: Generated<PullProgress['phase']>
  query_id: string | null
  queried_at: Date | null
  plan_hash: string | null
  locator: string | null
  pages_done: Generated<number>
  rows_read: Generated<number>
  queries_started: Generated<number>
  ingest_id: string | null
  only_ids: NullableJson<string[]>
  plan: NullableJson<JobPlan>
  /** Position of the last result whose id was written back, and whether that was the last of all. */
  written_back_to: Generated<number>
  written_back: Generated<boolean>
  /** Known from the first page on. */
  scope_no: number | null
  /** The record of a push. */
  record_id: string | null
  idempotency_key: string | null
  /** True while its results are being deleted, out of sight. */
  deleting: Generated<boolean>
}

export interface LinkScopesTable {
  no: Generated<number>
  workspace: string
  org_id: string
  object: SalesforceObject
  record_type: RecordType
  archived: Generated<boolean>
  /** Names of attributes; a link's `synced` is a bit mask over them. */
  attributes: ColumnType<string[], string | undefined, string>
}

export interface WatermarksTable {
  scope_no: number
  at: Date
  user_id: string
  plan_hash: string
  failed_ids: Json<string[]>
}

export interface HostEventsTable {
  id: string
  workspace: string
  event: Json<HostEvent>
  due_at: Date
}
