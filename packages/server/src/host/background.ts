import type { Logger } from '../engine/ports/index.ts'

/** Work that goes on after its request was answered. */
export interface Background {
  add(work: Promise<unknown>): void
  /** Waits until all of it has settled, or that time is over. */
  settle(milliseconds: number): Promise<void>
}

export function createBackground(log: Logger): Background {
  const working = new Set<Promise<unknown>>()
  return {
    add(work) {
      const watched = work
        .catch((error: unknown) => log.warn('Work in the background failed', { error }))
        .finally(() => working.delete(watched))
      working.add(watched)
    },
    async settle(milliseconds) {
      let timer: NodeJS.Timeout | undefined
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds)
      })
      await Promise.race([Promise.all(working), over])
      clearTimeout(timer)
    },
  }
}
