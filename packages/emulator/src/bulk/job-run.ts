import type { Org } from '../org/org.ts'
import type { JobState } from './job-details.ts'

/**
 * The work of a job. It is done in the background as fast as it goes, and shown as if it took the time the org is set to take:
 * the job waits for a quarter of it, and ends when the time is up and the work done.
 */
export class JobRun {
  readonly #org: Org
  readonly #processingMs: number
  readonly #startedAt: Date
  readonly #stop = new AbortController()
  #endedAt: Date | undefined
  #failure: string | undefined

  /** Starts `work`; what it throws becomes the job's failure. It should stop when the signal says so. */
  constructor(org: Org, work: (signal: AbortSignal) => Promise<void>) {
    this.#org = org
    this.#processingMs = org.settings.bulk.processingMs
    this.#startedAt = org.clock()
    void this.#do(work)
  }

  get state(): Exclude<JobState, 'Open'> {
    if (this.#stop.signal.aborted) return 'Aborted'
    if (this.#endedAt && this.elapsedMs >= this.#processingMs) return this.#failure === undefined ? 'JobComplete' : 'Failed'
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
    return this.hasEnded ? 1 : Math.min(1, this.elapsedMs / (this.#processingMs || 1))
  }

  get elapsedMs(): number {
    return this.#org.clock().getTime() - this.#startedAt.getTime()
  }

  /** When the state last changed; the present moment while the job is on its way. */
  get changedAt(): Date {
    if (!this.hasEnded || !this.#endedAt) return this.#org.clock()
    const due = this.state === 'Aborted' ? 0 : this.#startedAt.getTime() + this.#processingMs
    return new Date(Math.max(due, this.#endedAt.getTime()))
  }

  /** Milliseconds from the start to the end, or till now. */
  get totalMs(): number {
    return this.changedAt.getTime() - this.#startedAt.getTime()
  }

  abort(): void {
    this.#endedAt = this.#org.clock()
    this.#stop.abort()
  }

  async #do(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await work(this.#stop.signal)
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error)
    } finally {
      this.#endedAt ??= this.#org.clock()
    }
  }
}
