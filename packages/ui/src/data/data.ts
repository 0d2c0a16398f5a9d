import type { SalesforceClient, SyncError } from '@pryzm/salesforce-sdk'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import type { HostEvents } from '../events.ts'
import type { LiveEvents } from './live-events.ts'
import { queriesOf } from './queries.ts'

/** What hooks share: the client, its cache, its live stream and the host's event handlers. */
export interface Data {
  client: SalesforceClient
  cache: QueryClient
  live: Pick<LiveEvents, 'status' | 'subscribe'> & { open: () => () => void }
  /** The host's event handlers as they are now: `host().onConnected?.(connection)`. */
  host: () => Partial<HostEvents>
  report: (error: SyncError, component: string) => void
}

export const DataContext = createContext<Data | null>(null)

/** The data of the nearest provider; throws where there is none. */
export function useData(): Data {
  const data = useContext(DataContext)
  if (!data) {
    throw new Error(
      'Put this component inside <SalesforceProvider client={…}>, or give it a client: <PushButton client={client} />.',
    )
  }
  return data
}

export function useQueries(): ReturnType<typeof queriesOf> {
  const { client } = useData()
  return useMemo(() => queriesOf(client), [client])
}
