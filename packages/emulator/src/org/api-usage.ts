import type { Clock } from './clock.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The calls of each hour (counted from 1970), and those that other clients are said to have made. */
export interface KeptUsage {
  readonly hours: readonly (readonly [hour: number, calls: number])[]
  readonly added: number
}

/** Counts API calls of the last 24 hours, hour by hour. */
export class ApiUsage {
  readonly #clock: Clock
  readonly #hours = new Map<number, number>()
  #added = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Calls in the last 24 hours. */
  get used(): number {
    const oldest = this.#hour() - 24
    let calls = this.#added
    for (const [hour, count] of this.#hours) if (hour > oldest) calls += count
    return calls
  }

  count(): void {
    const hour = this.#hour()
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + 1)
  }

  /** Makes the count stand at `calls`, as if other clients had called too. */
  set(calls: number): void {
    this.#added += calls - this.used
  }

  get kept(): KeptUsage {
    const oldest = this.#hour() - 24
    return { hours: [...this.#hours].filter(([hour]) => hour > oldest), added: this.#added }
  }

  restore({ hours, added }: KeptUsage): void {
    for (const [hour, calls] of hours) this.#hours.set(hour, calls)
    this.#added = added
  }

  #hour(): number {
    return Math.floor(this.#clock().getTime() / (DAY_MS / 24))
  }
}
