import type { JobFault } from '../faults/fault.ts'
import type { Org } from '../org/org.ts'

/** How a job goes: as the org is set, and as a fault says that struck it when it was made. */
export interface JobCourse {
  /** How many polls find it waiting. It does no work before the next one. */
  readonly queuedPolls: number
  /** How many polls find it being worked on, after those. */
  readonly inProgressPolls: number
  /** How often it says that it was tried again. */
  readonly retries: number
  /** How it ends before its time; undefined when it comes to its own end. */
  readonly end: EarlyEnd | undefined
  /** Which reading of its results (1 is the first) has its columns in another order. */
  readonly turnedRead: number | undefined
}

export interface EarlyEnd {
  /** Why it fails; undefined when somebody aborts it. */
  readonly failure: string | undefined
  /** The number of rows after which that happens. */
  readonly afterRows: number
}

/** Thrown within the work of a job that somebody aborts. */
export class JobAborted extends Error {
  override readonly name = 'JobAborted'
}

/** Decides how a new job on an object will go, which counts a fault that strikes it. */
export function jobCourse({ settings, faults }: Org, kind: 'query' | 'ingest', object: string): JobCourse {
  const { bulk } = settings
  const fault = faults.strikeJob(kind, object) ?? {}
  return {
    queuedPolls: fault.queuedPolls ?? bulk.queuedPolls,
    inProgressPolls: fault.inProgressPolls ?? bulk.inProgressPolls,
    retries: fault.retries ?? bulk.retries,
    end: earlyEnd(fault, kind === 'query' ? bulk.queryFailure : bulk.ingestFailure),
    turnedRead: fault.turnedRead,
  }
}

function earlyEnd({ fails, aborted = false, afterRows = 0 }: JobFault, setFailure: string | null): EarlyEnd | undefined {
  if (aborted) return { failure: undefined, afterRows }
  const failure = fails ?? setFailure
  return failure === null ? undefined : { failure, afterRows }
}

/** Ends the work of a job early, by throwing, once it has come to `rows`. */
export function endWhereDue({ end }: JobCourse, rows: number): void {
  if (!end || rows < end.afterRows) return
  throw end.failure === undefined ? new JobAborted('Somebody aborts the job') : new Error(end.failure)
}
