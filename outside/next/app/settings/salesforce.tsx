'use client'
import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { type MessageOverrides, SalesforceProvider } from '@pryzm/salesforce-ui'
import { SalesforceSettings } from '@pryzm/salesforce-ui/salesforce-settings'

const client = createSalesforceClient({ baseUrl: '/api/salesforce' })

export function Salesforce({ messages }: { messages: MessageOverrides }) {
  return (
    <SalesforceProvider client={client} messages={messages}>
      <SalesforceSettings />
    </SalesforceProvider>
  )
}
