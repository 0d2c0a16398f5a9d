import { setImmediate } from 'node:timers/promises'

const SLICE = 500

/** Does something with each value and gives other requests their turn every now and then. Stops with an error on `signal`. */
export async function inSlices<T>(values: Iterable<T>, signal: AbortSignal, work: (value: T) => void): Promise<void> {
  let handed = 0
  for (const value of values) {
    work(value)
    if (++handed % SLICE > 0) continue
    await setImmediate()
    signal.throwIfAborted()
  }
}
