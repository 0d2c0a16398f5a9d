import type { Actor, Job, JobReason, JobState, PullMode, RecordType, Run, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { RecordsTransaction } from './records.ts'

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
