import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { SalesforceProvider } from '@pryzm/salesforce-ui'
import { SalesforceSettings } from '@pryzm/salesforce-ui/salesforce-settings'
import '@pryzm/salesforce-ui/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const client = createSalesforceClient({ baseUrl: '/api/salesforce' })

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <SalesforceProvider client={client} messages={{ connection: { connect: 'Connect our org' } }}>
      <h1>Settings</h1>
      <SalesforceSettings />
    </SalesforceProvider>
  </StrictMode>,
)
