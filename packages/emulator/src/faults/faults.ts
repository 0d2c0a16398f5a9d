import type { AddedFault, Fault } from './fault.ts'

/** The faults of an org. Of those that match a request, the one added first strikes. */
export class Faults {
  readonly #faults: CountedFault[] = []

  add(fault: Fault): AddedFault {
    const counted = new CountedFault(fault)
    this.#faults.push(counted)
    return this.#added(counted)
  }

  /** Those that can still strike. */
  get active(): readonly AddedFault[] {
    return this.#faults.filter((counted) => !counted.isSpent).map((counted) => this.#added(counted))
  }

  clear(): void {
    this.#faults.splice(0)
  }

  /**
   * The fault that strikes this request, which counts it. `path` has the query.
   * A part of a composite request is struck by what names its path alone, and has no connection of its own that could be cut.
   */
  strike(method: string, path: string, isPart = false): Fault | undefined {
    for (const counted of this.#faults) {
      if (isPart && (counted.fault.path === undefined || counted.fault.cutAfterBytes !== undefined)) continue
      if (counted.matches(method, path) && counted.strikes()) return counted.fault
    }
    return undefined
  }

  #added(counted: CountedFault): AddedFault {
    return {
      fault: counted.fault,
      get hits() {
        return counted.hits
      },
      remove: () => this.#remove(counted),
    }
  }

  #remove(counted: CountedFault): void {
    const at = this.#faults.indexOf(counted)
    if (at >= 0) this.#faults.splice(at, 1)
  }
}

class CountedFault {
  readonly fault: Fault
  #seen = 0

  constructor(fault: Fault) {
    this.fault = fault
  }

  get hits(): number {
    const { skip = 0, times = 1 } = this.fault
    return Math.min(Math.max(this.#seen - skip, 0), times)
  }

  get isSpent(): boolean {
    return this.hits >= (this.fault.times ?? 1)
  }

  matches(method: string, path: string): boolean {
    const { method: wanted, path: pattern = '' } = this.fault
    if (wanted !== undefined && wanted.toUpperCase() !== method) return false
    return typeof pattern === 'string' ? path.includes(pattern) : path.search(pattern) >= 0
  }

  /** Counts a matching request and tells whether it is hit. */
  strikes(): boolean {
    const before = this.hits
    this.#seen++
    return this.hits > before
  }
}
