import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { type ReactNode, useContext } from 'react'
import { ComponentName } from './data/component-name.ts'
import { DataContext } from './data/data.ts'
import { DataProvider } from './data/data-provider.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { SalesforceProvider } from './provider.tsx'

export interface EmbedProps {
  /** The public component's name. */
  name: string
  /** Given to a component that stands alone; it then gets a private provider. Inside another provider it keeps that one's look and language. */
  client?: SalesforceClient | undefined
  children: ReactNode
}

/** What surrounds every drop-in component: a provider where there is none, its name for `onError`, and an error boundary. */
export function Embed({ name, client, children }: EmbedProps) {
  const provided = useContext(DataContext)
  const body = (
    <ComponentName.Provider value={name}>
      <ErrorBoundary name={name}>{children}</ErrorBoundary>
    </ComponentName.Provider>
  )
  if (client === undefined || client === provided?.client) return body
  if (provided === null) return <SalesforceProvider client={client}>{body}</SalesforceProvider>
  return (
    <DataProvider client={client} host={provided.host}>
      {body}
    </DataProvider>
  )
}
