import { createSalesforceClient } from '@pryzm/salesforce-sdk'

export const salesforceClient = createSalesforceClient({ baseUrl: '/api/salesforce' })

/** Where the kit's pages live in this app. */
export const salesforceLinks = {
  settings: '/integrations/salesforce',
  jobs: '/integrations/salesforce/jobs',
  job: (id: string) => `/integrations/salesforce/jobs/${id}`,
}
