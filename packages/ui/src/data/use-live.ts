import { useEffect, useSyncExternalStore } from 'react'
import { useData } from './data.ts'
import type { LiveStatus } from './live-events.ts'

/** Keeps the live stream open while mounted, and tells how it is. */
export function useLive(): LiveStatus {
  const { live } = useData()
  useEffect(() => live.open(), [live])
  return useSyncExternalStore(live.subscribe, live.status, () => 'idle')
}

/** How often to ask while the stream is down, as `refetchInterval`: every 10 seconds, else never. */
export function pollingInterval(status: LiveStatus): number | false {
  return status === 'interrupted' ? 10_000 : false
}
