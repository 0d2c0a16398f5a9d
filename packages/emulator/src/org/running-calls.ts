/** An API call that is being answered. */
export interface RunningCall {
  /** When it came in, in milliseconds of `performance.now()`. */
  readonly since: number
}

/** The API calls that are being answered just now. */
export class RunningCalls {
  readonly #calls = new Set<RunningCall>()

  begin(): RunningCall {
    const call = { since: performance.now() }
    this.#calls.add(call)
    return call
  }

  end(call: RunningCall): void {
    this.#calls.delete(call)
  }

  /** How many calls other than `call` have run for this long, in milliseconds. */
  othersRunningFor(milliseconds: number, call: RunningCall): number {
    const latest = performance.now() - milliseconds
    return [...this.#calls].filter((other) => other !== call && other.since <= latest).length
  }
}
