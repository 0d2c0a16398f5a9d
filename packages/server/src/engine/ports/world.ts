import type { LiveEvent, MappingIssue, SchemaChange } from '@pryzm/salesforce-sdk/contract'
import type { RecordsTransaction } from './records.ts'

/** Work that waits for a worker: one run of one workspace, or a look at what is due. */
export interface RunTask {
  workspace: string
  runId: string
}

export interface Queue {
  /** Adds the task within a transaction of the store: both happen, or neither. */
  enqueue(task: RunTask, transaction: RecordsTransaction): Promise<void>
  /** Adds the task once more, to start at a time, or moves one that waits already to that time; for paused jobs. */
  enqueueAt(task: RunTask, at: Date): Promise<void>
  /**
   * Starts working. `signal` ends when this worker must let go; a handler that then leaves its task unfinished rejects. A task
   * whose handler rejected, or whose worker died, is handed to the next worker.
   */
  work(handler: (task: RunTask, signal: AbortSignal) => Promise<void>): Promise<void>
  /** Stops taking tasks, signals those under way and waits for them. */
  stop(): Promise<void>
}

/** Tells every process of the host, and so every open page, what changed in a workspace. */
export interface Live {
  publish(workspace: string, event: LiveEvent): Promise<void>
  subscribe(workspace: string, signal: AbortSignal): AsyncIterable<LiveEvent>
}

export interface Clock {
  now(): Date
  /** Resolves after that time, at once when the signal ends. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export interface Logger {
  info(message: string, details?: Record<string, unknown>): void
  warn(message: string, details?: Record<string, unknown>): void
  error(message: string, details?: Record<string, unknown>): void
}

export type HostEvent = MappingDrifted | OtherEvent

/** Salesforce changed under the saved mapping: a field that is mapped, or one that causes an issue. */
export interface MappingDrifted {
  /** The same where an event comes twice. */
  id: string
  type: 'mapping.drifted'
  workspace: string
  at: string
  details: {
    mappingVersion: number
    /** What differs from the last look at that object, what the mapping uses first. */
    changes: SchemaChange[]
    /** The issues that these changes have caused; empty where a change was taken back. */
    issues: MappingIssue[]
  }
}

interface OtherEvent {
  id: string
  type:
    | 'connection.connected'
    | 'connection.disconnected'
    | 'connection.reauthorization_required'
    | 'connection.degraded'
    | 'connection.restored'
    | 'mapping.saved'
    | 'run.started'
    | 'run.finished'
    | 'job.finished'
    | 'record.pushed'
  workspace: string
  at: string
  details: Record<string, unknown>
}
