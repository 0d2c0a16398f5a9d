import type { ObjectDescribe, RecordType, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { PullPlan } from '@pryzm/salesforce-sdk/mapping'
import type { OpenOrg } from '../open-org.ts'
import type { Ports, PullJob, StoredJob } from '../ports/index.ts'

/** What the phases of one pull job share. */
export interface PullContext {
  ports: Ports
  workspace: string
  job: StoredJob
  pullJob: PullJob
  object: SalesforceObject
  recordType: RecordType
  open: OpenOrg
  describe: ObjectDescribe
  plan: PullPlan
  planHash: string
  /** Columns of the query: those of the plan, then `Id`, `Pryzm_ID__c`, `SystemModstamp` and what tells of deletions. */
  columns: readonly string[]
  /** Whether deleted rows are asked for too. */
  withDeleted: boolean
  idAt: number
  /** Positions of columns that may be missing; -1 then. */
  nameAt: number
  deletedAt: number
  masterAt: number
  /** Salesforce ids that a retry is about; null for the whole object. */
  only: ReadonlySet<string> | null
  /** Whether the connected user may write `Pryzm_ID__c`. */
  canWriteBack: boolean
  /** Pryzm user ids by lower-cased email, as far as asked; null where no user has it. */
  users: Map<string, string | null>
  /** Ends when this worker must let go of the job. */
  signal: AbortSignal
  /** Tells open pages how far the job is, a few times a second at most. */
  progressed(): Promise<void>
}
