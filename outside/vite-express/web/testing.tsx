import { scenarios } from '@pryzm/salesforce-sdk/testing'
import { ConnectionCard } from '@pryzm/salesforce-ui/connection-card'
import '@pryzm/salesforce-ui/styles.css'
import { renderWithSalesforce } from '@pryzm/salesforce-ui/testing'

const { calls } = renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.connectedHealthy })
setInterval(() => (document.title = `${calls('connection.get').length} calls`), 100)
