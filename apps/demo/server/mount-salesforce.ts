import type { Express } from 'express'
import { createSalesforceServer, type SalesforceServer, type SalesforceServerOptions } from '@pryzm/salesforce-server'
import { toExpress } from '@pryzm/salesforce-server/express'
import { callerOf, personOf } from './people.ts'

export interface Mounting extends Pick<SalesforceServerOptions, 'database' | 'records' | 'keys' | 'salesforce'> {
  moduleEnabled: () => boolean
}

/** Mounts the kit's handlers in an Express app and starts working on its queue. */
export async function mountSalesforce(app: Express, { moduleEnabled, ...options }: Mounting): Promise<SalesforceServer> {
  const server = await createSalesforceServer({
    ...options,
    authenticate: async (request) => callerOf(personOf(request.headers.get('cookie')), moduleEnabled()),
  })
  app.use('/api/salesforce', toExpress(server))
  await server.work()
  return server
}
