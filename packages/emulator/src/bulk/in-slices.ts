import { setImmediate } from 'node:timers/promises'

const SLICE = 500

/** Hands on values and gives other requests their turn every now and then. Stops with an error on `signal`. */
export async function* inSlices<T>(values: Iterable<T>, signal: AbortSignal): AsyncIterable<T> {
  let handed = 0
  for (const value of values) {
    yield value
    if (++handed % SLICE > 0) continue
    await setImmediate()
    signal.throwIfAborted()
  }
}
