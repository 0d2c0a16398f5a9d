import { createSalesforceClient } from '@pryzm/salesforce-sdk'

export const salesforceClient = createSalesforceClient({ baseUrl: '/api/salesforce' })
