import type { ObjectDescribe, SalesforceObject, SalesforceStage, SalesProcess } from '@pryzm/salesforce-sdk/contract'
import type { Secret } from './secret.ts'

/** What signing in hands over. */
export interface Grant {
  accessToken: Secret
  /** Null where the granted scopes hold no offline access. */
  refreshToken: Secret | null
  instanceUrl: string
  /** Identity URL: `https://<host>/id/<org id>/<user id>`. */
  identityUrl: string
  scopes: string[]
}

/** What a refresh hands over; with rotation a new refresh token comes along and the old one is dead. */
export interface Renewal {
  accessToken: Secret
  refreshToken: Secret | null
  instanceUrl: string
}

/** The door to Salesforce's login host and to orgs. Every method rejects with a `SyncError`. */
export interface Orgs {
  authorizeUrl(request: { loginUrl: string; state: string; codeVerifier: string }): string
  exchangeCode(request: { loginUrl: string; code: string; codeVerifier: string }): Promise<Grant>
  /**
   * Rejects with `reauthorization_required` (details.reason is a connection reason) when the grant is dead, and with
   * `salesforce_busy` when the answer settles nothing.
   */
  refresh(request: { loginUrl: string; refreshToken: Secret }): Promise<Renewal>
  revoke(request: { loginUrl: string; token: Secret }): Promise<void>
  open(access: OrgAccess): Org
}

export interface OrgAccess {
  instanceUrl: string
  accessToken: Secret
  /** Called once per request when the token is answered `INVALID_SESSION_ID`; hands over a token that lives. */
  renew(dead: Secret): Promise<{ accessToken: Secret; instanceUrl: string }>
}

export interface OrgIdentity {
  /** 18-character organization id. */
  orgId: string
  name: string
  edition: string
  kind: 'production' | 'sandbox' | 'scratch'
  userId: string
  username: string
}

export type BulkState = 'queued' | 'running' | 'complete' | 'failed' | 'aborted'

export interface QueryStatus {
  state: BulkState
  /** Rows that Salesforce has found so far; final once complete. */
  recordsProcessed: number
  error: string | null
}

export interface ResultPage {
  /** Rows of this page, as Salesforce counts them. */
  recordCount: number
  /** Locator of the page after this one; null on the last. */
  next: string | null
  /** The rows in blocks of some hundred; cells in the order of the query's columns, `''` for blank. */
  blocks: AsyncIterable<string[][]>
}

/** A REST value of one field; numbers as decimal text, so that no digit is lost on the way in. */
export type FieldValue = string | boolean | null
export type FieldValues = Readonly<Record<string, FieldValue>>

/** What a write sends: numbers as JSON numbers. */
export type WriteBody = Readonly<Record<string, string | number | boolean | null>>

/** One refusal of a record by Salesforce, word for word. */
export interface Refusal {
  code: string
  message: string
  fields: string[]
  /** Records that a duplicate rule took this one for; left out where the refusal names none. */
  matches?: string[]
}

export type WriteOutcome =
  /** `kept` is what Salesforce holds now of the fields to read back; null where none were asked or reading failed. */
  | { kind: 'written'; salesforceId: string; created: boolean; kept: FieldValues | null }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'deleted' }
  | { kind: 'several'; salesforceIds: string[] }
  /** The request may or may not have reached Salesforce: settle it by reading. */
  | { kind: 'unknown'; message: string }

export interface IngestStatus {
  state: BulkState
  recordsProcessed: number
  recordsFailed: number
  error: string | null
}

/** A describe as it was told, with what to hand back to hear whether it is still the same. */
export interface DescribeAnswer {
  /** Null where this user may not see the object. */
  describe: ObjectDescribe | null
  /** Means something to the org alone, and for the same user alone; null where only a whole reading can tell. */
  mark: string | null
}

/** One connected org, as the connected user sees it. Every method rejects with a `SyncError`. */
export interface Org {
  /** Rows that one result page brings at most. */
  readonly rowsPerPage: number
  identity(identityUrl: string): Promise<OrgIdentity>
  /** Never a conditional request. */
  describe(object: SalesforceObject): Promise<DescribeAnswer>
  /** Lets Salesforce say that nothing changed since the answer that the mark came with. */
  describeIfChanged(object: SalesforceObject, mark: string): Promise<DescribeAnswer | 'unchanged'>
  /** Inactive ones too, in the org's order. */
  stages(): Promise<SalesforceStage[]>
  /** The sales processes that record types of opportunities have; those that this user may not see are left out. */
  salesProcesses(): Promise<SalesProcess[]>
  /** Calls of the last 24 hours. */
  limits(): Promise<{ used: number; limit: number }>
  /** Whether a managed package with this namespace is installed; `unknown` without the right to look. */
  packageInstalled(namespace: string): Promise<'pass' | 'fail' | 'unknown'>
  /**
   * Which of these custom fields Tooling shows, even where describe hides them; those it does not list by their names are left
   * out. Null where this user may not look.
   */
  customFieldsExist(object: SalesforceObject, names: readonly string[]): Promise<ReadonlyMap<string, boolean> | null>
  /** Durable id of a custom field, even where describe hides it; null where Tooling shows none or this user may not look. */
  customFieldId(object: SalesforceObject, name: string): Promise<string | null>
  /** Creates `Pryzm_ID__c` as the guide says and grants this user access to it. */
  createPryzmIdField(
    object: SalesforceObject,
  ): Promise<{ outcome: 'created' | 'already_there' } | { outcome: 'refused'; sentence: string }>
  /** Ids of active standard users by lower-cased email. */
  usersByEmail(emails: readonly string[]): Promise<ReadonlyMap<string, string[]>>

  /** Starts a Bulk API 2.0 query (`queryAll` with deleted rows); `at` is Salesforce's clock when it was created. */
  startQuery(soql: string, options?: { withDeleted: boolean }): Promise<{ queryId: string; at: Date }>
  queryStatus(queryId: string): Promise<QueryStatus>
  /**
   * Reads result pages from a locator on (null: from the first), one page ahead. Rejects with `not_found` when the result
   * has expired or the locator is lost.
   */
  resultPages(
    queryId: string,
    options: { columns: readonly string[]; from: string | null; signal: AbortSignal },
  ): AsyncIterable<ResultPage>
  abortQuery(queryId: string): Promise<void>

  /** How many records this user sees; null where Salesforce takes too long to count them. `condition` is SOQL of a pull plan. */
  countRecords(object: SalesforceObject, condition: string | null): Promise<number | null>
  /** Records whose name holds the text, those changed last first. */
  findRecords(object: SalesforceObject, search: { text: string; limit: number }): Promise<{ id: string; name: string }[]>
  /** Fields of one record; null where it does not exist or is not visible. */
  readRecord(object: SalesforceObject, salesforceId: string, fields: readonly string[]): Promise<FieldValues | null>
  /** The same by `Pryzm_ID__c`; `several` where the field is not unique. */
  readByPryzmId(object: SalesforceObject, pryzmId: string, fields: readonly string[]): Promise<FieldValues | null | 'several'>
  /** Upserts by `Pryzm_ID__c`, which travels in the path alone; reads back in the same call the fields asked. */
  upsertByPryzmId(object: SalesforceObject, pryzmId: string, body: WriteBody, readBack?: readonly string[]): Promise<WriteOutcome>
  updateRecord(
    object: SalesforceObject,
    salesforceId: string,
    body: WriteBody,
    readBack?: readonly string[],
  ): Promise<WriteOutcome>

  /**
   * Uploads `Id,Pryzm_ID__c` updates as one Bulk API 2.0 ingest job and starts it; null where there was no row. Rejects with
   * `too_large` over 100 MB, some 1.7 million rows.
   */
  startWriteBack(
    object: SalesforceObject,
    rows: AsyncIterable<{ salesforceId: string; recordId: string }>,
  ): Promise<{ ingestId: string } | null>
  ingestStatus(ingestId: string): Promise<IngestStatus>
  /** Rows that Salesforce refused, and those it never got to (code `NOT_PROCESSED`). */
  failedRows(ingestId: string): AsyncIterable<{ salesforceId: string; code: string; message: string }>
}
