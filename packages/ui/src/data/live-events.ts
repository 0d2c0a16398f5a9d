import { type LiveEvent, type SalesforceClient, SyncError } from '@pryzm/salesforce-sdk'

/** `live`: events arrive; `interrupted`: the stream is down and the page asks every 10 seconds instead. */
export type LiveStatus = 'idle' | 'connecting' | 'live' | 'interrupted'

export interface LiveEvents {
  /** Keeps the stream open until the returned function is called; the first caller opens it, the last one closes it. */
  open: () => () => void
  status: () => LiveStatus
  subscribe: (listener: () => void) => () => void
}

export interface LiveEventsOptions {
  client: SalesforceClient
  onEvent: (event: LiveEvent) => void
  /** The stream is back: events may have been missed. */
  onResumed: () => void
  /** Milliseconds before the next attempt to open the stream. */
  delay?: (attempt: number) => number
}

/** Follows the workspace's event stream for as long as somebody needs it, opening it again when it breaks. */
export function createLiveEvents({ client, onEvent, onResumed, delay = reconnectDelay }: LiveEventsOptions): LiveEvents {
  const listeners = new Set<() => void>()
  let status: LiveStatus = 'idle'
  let users = 0
  let stop: AbortController | undefined

  function become(next: LiveStatus) {
    if (status === next) return
    status = next
    for (const listener of listeners) listener()
  }

  async function follow(signal: AbortSignal) {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        const stream = await client.events.stream(undefined, { signal })
        if (status === 'interrupted') onResumed()
        become('live')
        attempt = 0
        for await (const event of stream) onEvent(event)
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
    open() {
      users += 1
      if (users === 1) {
        stop = new AbortController()
        become('connecting')
        void follow(stop.signal)
      }
      return () => {
        users -= 1
        if (users > 0) return
        stop?.abort()
        become('idle')
      }
    },
    status: () => status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
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
