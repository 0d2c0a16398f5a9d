import type { Clock } from './clock.ts'

const HOUR_MS = 60 * 60 * 1000

/** How much was counted in each hour; hours are numbered from 1970. */
export type KeptHours = readonly (readonly [hour: number, count: number])[]

/** Counts what happens, and forgets it a day later. */
export class HourlyCount {
  readonly #clock: Clock
  readonly #hours = new Map<number, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The count of the last 24 hours. */
  get total(): number {
    return this.kept.reduce((sum, [, count]) => sum + count, 0)
  }

  raise(): void {
    const hour = this.#hour()
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + 1)
  }

  /** Leaves no more than `most` of what was counted. */
  cap(most: number): void {
    if (this.total <= most) return
    this.#hours.clear()
    this.#hours.set(this.#hour(), most)
  }

  get kept(): KeptHours {
    const oldest = this.#hour() - 24
    return [...this.#hours].filter(([hour]) => hour > oldest)
  }

  restore(hours: KeptHours): void {
    for (const [hour, count] of hours) this.#hours.set(hour, count)
  }

  #hour(): number {
    return Math.floor(this.#clock().getTime() / HOUR_MS)
  }
}
