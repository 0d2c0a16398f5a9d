import type { Connection, Run, SalesforceClient, SavedMapping, SetupReport, SyncError } from '@pryzm/salesforce-sdk'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { applyEvent } from './data/apply-event.ts'
import { type Data, DataContext } from './data/data.ts'
import { keys } from './data/keys.ts'
import { createLiveEvents } from './data/live-events.ts'
import { createQueryClient } from './data/query-client.ts'
import { watchRuns } from './data/watch-runs.ts'
import type { HostEvents } from './events.ts'
import { useLayout } from './layout-effect.ts'
import { SalesforceFrame, type SalesforceFrameProps } from './frame.tsx'

/** Answers that the host has already, for example from its server; shown at once, then read again. */
export interface InitialData {
  connection?: Connection
  setup?: SetupReport
  mapping?: SavedMapping
  latestRun?: { run: Run | null }
}

export interface SalesforceProviderProps extends SalesforceFrameProps, Partial<HostEvents> {
  client: SalesforceClient
  initialData?: InitialData
  children?: ReactNode
}

/**
 * Hands the client, the look and the language to every component below.
 *
 * @example
 * <SalesforceProvider client={createSalesforceClient({ baseUrl: '/api/salesforce' })}>
 *   <SalesforceSettings />
 * </SalesforceProvider>
 */
export function SalesforceProvider({ client, initialData, children, ...props }: SalesforceProviderProps) {
  const [host] = useState(createHost)
  useLayout(() => host.listen(props))
  const [initial] = useState(initialData)
  const data = useMemo(() => createData(client, initial, host.handlers), [client, initial, host])
  useEffect(() => {
    data.cache.mount()
    return () => data.cache.unmount()
  }, [data])
  return (
    <DataContext.Provider value={data}>
      <SalesforceFrame {...props}>{children}</SalesforceFrame>
    </DataContext.Provider>
  )
}

/** Holds the newest handlers, so that a host may give new functions at every render without anything starting again. */
function createHost() {
  let current: Partial<HostEvents> = {}
  return {
    handlers: () => current,
    listen(handlers: Partial<HostEvents>) {
      current = handlers
    },
  }
}

function createData(client: SalesforceClient, initial: InitialData | undefined, host: Data['host']): Data {
  const report: Data['report'] = (error, component) =>
    host().onError?.({ code: error.code, component, retryable: retryable(error), requestId: error.requestId })
  const cache = createQueryClient(report)
  for (const name of ['connection', 'setup', 'mapping', 'latestRun'] as const) cache.setQueryData(keys[name], initial?.[name])
  watchRuns(cache, host)
  const live = createLiveEvents({
    client,
    onEvent: (event) => applyEvent(cache, event),
    // A setup check asks Salesforce many things, so it alone is not repeated for what may have been missed.
    onResumed: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.setup[0] }),
  })
  return { client, cache, live, host, report }
}

function retryable(error: SyncError): boolean {
  return error.remedy === 'wait' || error.remedy === 'report' || error.remedy === 'reload'
}
