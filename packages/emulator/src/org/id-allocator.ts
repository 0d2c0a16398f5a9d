import type { Seed } from '../seeds/seed.ts'
import { salesforceId } from './salesforce-id.ts'

/** Leaves room below for ids that seeds and profiles give out themselves. */
const FIRST_FREE_NUMBER = 1_000_000

/** Gives out record ids in rising order, above those of the seed. */
export class IdAllocator {
  readonly #next = new Map<string, number>()

  constructor(seed: Seed) {
    for (const { prefix, count } of Object.values(seed.objects)) this.#next.set(prefix, Math.max(count, FIRST_FREE_NUMBER))
  }

  next(keyPrefix: string): string {
    const number = this.#next.get(keyPrefix) ?? FIRST_FREE_NUMBER
    this.#next.set(keyPrefix, number + 1)
    return salesforceId(keyPrefix, number)
  }

  /** The number that the next id of each object gets, by key prefix. */
  get kept(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#next)
  }

  restore(kept: Readonly<Record<string, number>>): void {
    for (const [prefix, number] of Object.entries(kept)) this.#next.set(prefix, number)
  }
}
