import type { Connection, Run, SalesforceClient, SavedMapping, SetupReport, SyncError } from '@pryzm/salesforce-sdk'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { applyEvent } from './data/apply-event.ts'
import { type Data, DataContext } from './data/data.ts'
import { keys } from './data/keys.ts'
import { createLiveEvents } from './data/live-events.ts'
import { createQueryClient } from './data/query-client.ts'
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
  const handlers = useRef<Partial<HostEvents>>(props)
  useLayout(() => {
    handlers.current = props
  })
  const [initial] = useState(initialData)
  const data = useMemo(() => createData(client, initial, handlers), [client, initial])
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

function createData(
  client: SalesforceClient,
  initialData: InitialData | undefined,
  handlers: { readonly current: Partial<HostEvents> },
): Data {
  const emit: Data['emit'] = (name, ...given) => {
    const handler = handlers.current[name] as ((...values: typeof given) => void) | undefined
    handler?.(...given)
  }
  const report = (error: SyncError, component: string) =>
    emit('onError', { code: error.code, component, retryable: retryable(error), requestId: error.requestId })
  const cache = createQueryClient(report)
  for (const [name, value] of Object.entries(initialData ?? {})) cache.setQueryData(keys[name as keyof InitialData], value)
  const live = createLiveEvents({
    client,
    onEvent: (event) => applyEvent(cache, event),
    onResumed: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.setup[0] }),
  })
  return { client, cache, live, emit, report }
}

function retryable(error: SyncError): boolean {
  return error.remedy === 'wait' || error.remedy === 'report' || error.remedy === 'reload'
}
