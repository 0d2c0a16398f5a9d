import { PGlite } from '@electric-sql/pglite'
import { createSalesforceServer, type SalesforceServer } from '@pryzm/salesforce-server'
import { createPostgresRecords } from '@pryzm/salesforce-server/records'

export const dynamic = 'force-dynamic'

let starting: Promise<SalesforceServer> | undefined

async function start(): Promise<SalesforceServer> {
  const database = await PGlite.create()
  const server = await createSalesforceServer({
    database,
    records: await createPostgresRecords({ database }),
    keys: [{ id: 'one', secret: 'a-secret-that-is-long-enough-for-this-test' }],
    salesforce: {
      clientId: 'outside',
      clientSecret: 'outside-secret',
      redirectUri: `http://localhost:${process.env.PORT}/api/salesforce/connection/callback`,
      loginUrl: process.env.SALESFORCE_LOGIN_URL,
    },
    authenticate: async () => ({
      workspace: 'acme',
      user: { id: 'ada', name: 'Ada Byron', email: 'ada@example.com' },
      rules: ['integrations:manage', 'integrations:push'],
      moduleEnabled: true,
      access: () => ({ view: true, create: true, edit: true }),
    }),
  })
  await server.work()
  return server
}

async function handle(request: Request): Promise<Response> {
  const server = await (starting ??= start())
  return server.handle(request)
}

export { handle as GET, handle as POST, handle as PUT, handle as PATCH, handle as DELETE }
