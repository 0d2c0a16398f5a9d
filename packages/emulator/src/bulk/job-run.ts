import type { Org } from '../org/org.ts'
import { JobAborted, type JobCourse } from './job-course.ts'
import type { JobState } from './job-details.ts'

type Work = (signal: AbortSignal) => Promise<void>

/**
 * The work of a job. It is done in the background as fast as it goes, and shown as if it took the time, and the polls, the org is set
 * to take: the job waits for a quarter of the time, and ends when the time is up and the work done.
 */
export class JobRun {
  readonly #org: Org
  readonly #course: JobCourse
  readonly #processingMs: number
  readonly #startedAt: Date
  readonly #stop = new AbortController()
  #work: Work | undefined
  #polls = 0
  #endedAt: Date | undefined
  #end: 'JobComplete' | 'Failed' | 'Aborted' = 'JobComplete'
  #failure: string | undefined

  /** Starts `work`, unless polls must find the job waiting first; what it throws ends the job. It should stop when the signal says so. */
  constructor(org: Org, course: JobCourse, work: Work) {
    this.#org = org
    this.#course = course
    this.#processingMs = org.settings.bulk.processingMs
    this.#startedAt = org.clock()
    this.#work = work
    if (!this.#isQueued) void this.#begin()
  }

  get state(): Exclude<JobState, 'Open'> {
    if (this.#stop.signal.aborted) return 'Aborted'
    if (this.#isQueued) return 'UploadComplete'
    if (this.#endedAt && this.elapsedMs >= this.#processingMs && !this.#isHeld) return this.#end
    return this.elapsedMs * 4 < this.#processingMs ? 'UploadComplete' : 'InProgress'
  }

  get hasEnded(): boolean {
    return this.state !== 'UploadComplete' && this.state !== 'InProgress'
  }

  /** Why the job failed, once it has. */
  get failure(): string | undefined {
    return this.state === 'Failed' ? this.#failure : undefined
  }

  /** How much of the work may be seen, from 0 to 1. */
  get share(): number {
    if (this.hasEnded) return 1
    return this.state === 'UploadComplete' ? 0 : Math.min(1, this.elapsedMs / (this.#processingMs || 1))
  }

  get elapsedMs(): number {
    return this.#org.clock().getTime() - this.#startedAt.getTime()
  }

  /** When the state last changed; the present moment while the job is on its way. */
  get changedAt(): Date {
    if (!this.hasEnded || !this.#endedAt) return this.#org.clock()
    const due = this.#stop.signal.aborted ? 0 : this.#startedAt.getTime() + this.#processingMs
    return new Date(Math.max(due, this.#endedAt.getTime()))
  }

  /** Milliseconds from the start to the end, or till now. */
  get totalMs(): number {
    return this.changedAt.getTime() - this.#startedAt.getTime()
  }

  get retries(): number {
    return this.#course.retries
  }

  /** Counts that somebody asks how the job is. */
  poll(): void {
    this.#polls++
    if (!this.#isQueued) void this.#begin()
  }

  abort(): void {
    this.#endedAt = this.#org.clock()
    this.#stop.abort()
  }

  get #isQueued(): boolean {
    const { queuedPolls } = this.#course
    return queuedPolls > 0 && this.#polls <= queuedPolls
  }

  get #isHeld(): boolean {
    const { queuedPolls, inProgressPolls } = this.#course
    return inProgressPolls > 0 && this.#polls <= queuedPolls + inProgressPolls
  }

  async #begin(): Promise<void> {
    const work = this.#work
    this.#work = undefined
    if (!work || this.#stop.signal.aborted) return
    try {
      await work(this.#stop.signal)
    } catch (error) {
      this.#end = error instanceof JobAborted ? 'Aborted' : 'Failed'
      this.#failure = error instanceof Error ? error.message : String(error)
    } finally {
      this.#endedAt ??= this.#org.clock()
    }
  }
}
