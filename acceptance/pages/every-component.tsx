import '@pryzm/salesforce-ui/styles.css'
import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { hydrateRoot } from 'react-dom/client'
import { EveryComponent } from '../../packages/ui/test/every-component.tsx'

const client = createSalesforceClient({ baseUrl: '/api/salesforce' })
hydrateRoot(document.querySelector('main')!, <EveryComponent client={client} />)
