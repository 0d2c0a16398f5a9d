import type { Clock, EventOutbox, HostEvent, Logger, Ports } from '../engine/ports/index.ts'

const tries = 5
/** How long a process has an event to itself: longer than it goes on offering it. */
const claimMs = 2 * 60_000
const givenUpAfterMs = 3 * 24 * 60 * 60_000
const atOnce = 100

interface HostTellerParts {
  outbox: EventOutbox
  clock: Clock
  log: Logger
  inBackground: (work: Promise<unknown>) => void
}

/**
 * Hands events to the host. One that it does not take is offered again with growing pauses, of seconds first and of minutes and
 * hours then, for three days, by this process or by another: it is kept from the moment that it is told.
 */
export function hostTeller(
  onEvent: ((event: HostEvent) => Promise<void> | void) | undefined,
  { outbox, clock, log, inBackground }: HostTellerParts,
): Pick<Ports, 'tellHost' | 'tellHostAgain'> {
  if (onEvent === undefined) return { tellHost: async () => undefined, tellHostAgain: async () => undefined }
  const offer = onEvent
  const claimedUntil = () => new Date(clock.now().getTime() + claimMs)

  async function deliver(event: HostEvent): Promise<void> {
    const refusal = await offered(event)
    const age = clock.now().getTime() - Date.parse(event.at)
    if (refusal === null) return outbox.drop(event.id)
    const { error } = refusal
    if (age >= givenUpAfterMs) {
      log.error('The host did not take an event for three days', { event, error })
      return outbox.drop(event.id)
    }
    log.warn('The host did not take an event. It is offered again', { event, error })
    return outbox.postpone(event.id, new Date(clock.now().getTime() + Math.max(claimMs, age)))
  }

  /** Null once the host has taken the event; else why it did not the last time. */
  async function offered(event: HostEvent): Promise<{ error: unknown } | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        await offer(event)
        return null
      } catch (error) {
        if (attempt === tries) return { error }
        await clock.sleep(500 * 2 ** attempt)
      }
    }
  }

  return {
    async tellHost(event) {
      // What cannot be kept is told all the same.
      await outbox.keep(event, claimedUntil()).catch((error: unknown) => log.warn('An event could not be kept', { event, error }))
      inBackground(deliver(event))
    },
    async tellHostAgain() {
      await Promise.all((await outbox.claim(clock.now(), claimedUntil(), atOnce)).map(deliver))
    },
  }
}
