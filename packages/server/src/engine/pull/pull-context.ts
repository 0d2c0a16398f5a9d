import type { PullJob, StoredJob } from '../ports/index.ts'
import type { PullSetup } from './set-up-pull.ts'

/** What the phases of one pull job share. */
export interface PullContext extends PullSetup {
  job: StoredJob
  pullJob: PullJob
  /** Columns of the query: those of the plan, then `Id`, `Pryzm_ID__c`, `SystemModstamp` and what tells of deletions. */
  columns: readonly string[]
  /** Whether deleted rows are asked for too. */
  withDeleted: boolean
  idAt: number
  /** Positions of columns that may be missing; -1 then. */
  deletedAt: number
  masterAt: number
  /** Salesforce ids that a retry is about; null for the whole object. */
  only: ReadonlySet<string> | null
  /** Whether the connected user may write `Pryzm_ID__c`. */
  canWriteBack: boolean
  /** Ends when this worker must let go of the job. */
  signal: AbortSignal
  /** Tells open pages how far the job is, a few times a second at most. */
  progressed(): Promise<void>
}
