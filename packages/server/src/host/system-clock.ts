import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../engine/ports/index.ts'

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    // An ended signal ends the wait, not the work.
    await pause(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  },
}
