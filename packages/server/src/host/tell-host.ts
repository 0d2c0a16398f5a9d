import type { Clock, HostEvent, Logger } from '../engine/ports/index.ts'

const tries = 5

/** Hands an event to the host; one that it does not take is offered again with growing pauses, then logged. */
export function hostTeller(
  onEvent: ((event: HostEvent) => Promise<void> | void) | undefined,
  { clock, log, inBackground }: { clock: Clock; log: Logger; inBackground: (work: Promise<unknown>) => void },
): (event: HostEvent) => Promise<void> {
  if (onEvent === undefined) return () => Promise.resolve()
  async function deliver(event: HostEvent): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await onEvent?.(event)
      } catch (error) {
        if (attempt === tries) return log.error('The host did not take an event', { event, error })
        await clock.sleep(500 * 2 ** attempt)
      }
    }
  }
  return (event) => {
    inBackground(deliver(event))
    return Promise.resolve()
  }
}
