import type { LiveEvent } from '@pryzm/salesforce-sdk/contract'

/** The events that wait for one reader. Of each run, job or resource only the newest waits, so that a slow reader costs little. */
export class EventQueue {
  readonly #waiting = new Map<string, LiveEvent>()
  #ended = false
  #wake: () => void = () => undefined

  add(event: LiveEvent): void {
    const subject = subjectOf(event)
    this.#waiting.delete(subject)
    this.#waiting.set(subject, event)
    this.#wake()
  }

  /** Lets the reader have what waits, and then no more. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  async *read(): AsyncGenerator<LiveEvent, void> {
    for (;;) {
      for (const [subject, event] of this.#waiting) {
        this.#waiting.delete(subject)
        yield event
      }
      if (this.#waiting.size > 0) continue
      if (this.#ended) return
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}

function subjectOf(event: LiveEvent): string {
  switch (event.type) {
    case 'run':
      return `run ${event.run.id}`
    case 'job':
      return `job ${event.job.id}`
    case 'changed':
      return `changed ${event.what}`
  }
}
