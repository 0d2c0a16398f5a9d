import { type LiveEvent, type SalesforceClient, SyncError } from '@pryzm/salesforce-sdk'

/** `live`: events arrive; `interrupted`: the stream is down and the page asks every 10 seconds instead. */
export type LiveStatus = 'idle' | 'connecting' | 'live' | 'interrupted'

export interface LiveListener {
  onEvent: (event: LiveEvent) => void
  /** The stream is back: events may have been missed. */
  onResumed: () => void
}

export interface LiveEvents {
  /** Keeps the stream open for a listener until the returned function is called; the first opens it, the last one closes it. */
  open: (listener: LiveListener) => () => void
  status: () => LiveStatus
  subscribe: (listener: () => void) => () => void
}

const streams = new WeakMap<SalesforceClient, LiveEvents>()

/**
 * The live events of a client: one stream for all components that were given it, with a provider or without, because a browser
 * keeps no more than six connections to a server over HTTP/1.1, and a stream takes one for as long as the page is open.
 */
export function liveEventsOf(client: SalesforceClient): LiveEvents {
  const known = streams.get(client)
  if (known) return known
  const live = createLiveEvents(client)
  streams.set(client, live)
  return live
}

/**
 * Follows the workspace's event stream for as long as somebody needs it, opening it again when it breaks. `delay` are the
 * milliseconds before the next attempt.
 */
export function createLiveEvents(client: SalesforceClient, delay = reconnectDelay): LiveEvents {
  const watchers = new Set<() => void>()
  /** One each time that a listener opens. */
  const openings = new Map<object, LiveListener>()
  let status: LiveStatus = 'idle'
  let stop: AbortController | undefined

  function become(next: LiveStatus) {
    if (status === next) return
    status = next
    for (const watcher of watchers) watcher()
  }

  function tell(what: (listener: LiveListener) => void) {
    for (const listener of new Set(openings.values())) what(listener)
  }

  async function follow(signal: AbortSignal) {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        const stream = await client.events.stream(undefined, { signal })
        if (status === 'interrupted') tell(({ onResumed }) => onResumed())
        become('live')
        attempt = 0
        for await (const event of stream) tell(({ onEvent }) => onEvent(event))
      } catch (error) {
        if (signal.aborted) return
        if (!mayComeBack(error)) return become('interrupted')
      }
      if (signal.aborted) return
      become('interrupted')
      await sleep(delay(attempt), signal)
    }
  }

  return {
    open(listener) {
      const opening = {}
      openings.set(opening, listener)
      if (openings.size === 1) {
        stop = new AbortController()
        become('connecting')
        void follow(stop.signal)
      }
      return () => {
        if (!openings.delete(opening) || openings.size > 0) return
        stop?.abort()
        become('idle')
      }
    },
    status: () => status,
    subscribe(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** 1, 2, 4 … 30 seconds, less up to a quarter, so that many pages do not come back in the same moment. */
export function reconnectDelay(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** attempt) * (1 - Math.random() / 4)
}

function mayComeBack(error: unknown): boolean {
  return !(error instanceof SyncError && (error.remedy === 'ask_admin' || error.remedy === 'sign_in'))
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
