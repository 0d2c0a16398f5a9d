import type { Clock } from './clock.ts'
import { HourlyCount, type KeptHours } from './hourly-count.ts'

/** The calls that came in, those of them that the app made, and those that other clients are said to have made. */
export interface KeptUsage {
  readonly hours: KeptHours
  /** Files of earlier versions lack it. */
  readonly appHours?: KeptHours
  readonly added: number
}

/** Counts API calls of the last 24 hours, hour by hour. */
export class ApiUsage {
  readonly #calls: HourlyCount
  readonly #appCalls: HourlyCount
  #added = 0

  constructor(clock: Clock) {
    this.#calls = new HourlyCount(clock)
    this.#appCalls = new HourlyCount(clock)
  }

  /** Calls in the last 24 hours. */
  get used(): number {
    return this.#calls.total + this.#added
  }

  /** Those that the connected app made. */
  get usedByApp(): number {
    return this.#appCalls.total
  }

  count(byApp: boolean): void {
    this.#calls.raise()
    if (byApp) this.#appCalls.raise()
  }

  /** Makes the count stand at `calls`, as if other clients had called too, or as if not all of these calls had been made. */
  set(calls: number): void {
    this.#calls.cap(calls)
    this.#appCalls.cap(calls)
    this.#added = calls - this.#calls.total
  }

  get kept(): KeptUsage {
    return { hours: this.#calls.kept, appHours: this.#appCalls.kept, added: this.#added }
  }

  restore({ hours, appHours, added }: KeptUsage): void {
    this.#calls.restore(hours)
    this.#appCalls.restore(appHours ?? [])
    this.#added = added
  }
}
