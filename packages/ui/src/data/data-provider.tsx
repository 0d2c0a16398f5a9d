import type { Connection, Run, SalesforceClient, SavedMapping, SetupReport, SyncError } from '@pryzm/salesforce-sdk'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { applyEvent } from './apply-event.ts'
import { type Data, DataContext } from './data.ts'
import { keys } from './keys.ts'
import { liveEventsOf, type LiveListener } from './live-events.ts'
import { createQueryClient } from './query-client.ts'
import { watchRuns } from './watch-runs.ts'

/** Answers that the host has already, for example from its server; shown at once, then read again. */
export interface InitialData {
  connection?: Connection
  setup?: SetupReport
  mapping?: SavedMapping
  latestRun?: { run: Run | null }
}

export interface DataProviderProps {
  client: SalesforceClient
  initialData?: InitialData | undefined
  host: Data['host']
  children: ReactNode
}

/** A client with a cache of its own and the live stream that all users of the client share. */
export function DataProvider({ client, initialData, host, children }: DataProviderProps) {
  const [initial] = useState(initialData)
  const data = useMemo(() => createData(client, initial, host), [client, initial, host])
  useEffect(() => {
    data.cache.mount()
    return () => data.cache.unmount()
  }, [data])
  return <DataContext.Provider value={data}>{children}</DataContext.Provider>
}

function createData(client: SalesforceClient, initial: InitialData | undefined, host: Data['host']): Data {
  const report: Data['report'] = (error, component) =>
    host().onError?.({ code: error.code, component, retryable: retryable(error), requestId: error.requestId })
  const cache = createQueryClient(report)
  for (const name of ['connection', 'setup', 'mapping', 'latestRun'] as const) cache.setQueryData(keys[name], initial?.[name])
  watchRuns(cache, host)
  const stream = liveEventsOf(client)
  const listener: LiveListener = {
    onEvent: (event) => applyEvent(cache, event),
    // A setup check asks Salesforce many things, so it alone is not repeated for what may have been missed.
    onResumed: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.setup[0] }),
  }
  return { client, cache, live: { ...stream, open: () => stream.open(listener) }, host, report }
}

function retryable(error: SyncError): boolean {
  return error.remedy === 'wait' || error.remedy === 'report' || error.remedy === 'reload'
}
