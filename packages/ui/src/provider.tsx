import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { type ReactNode, useState } from 'react'
import { DataProvider, type InitialData } from './data/data-provider.tsx'
import type { HostEvents } from './events.ts'
import { useLayout } from './layout-effect.ts'
import { SalesforceFrame, type SalesforceFrameProps } from './frame.tsx'

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
  return (
    <DataProvider client={client} initialData={initialData} host={host.handlers}>
      <SalesforceFrame {...props}>{children}</SalesforceFrame>
    </DataProvider>
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
