import { PGlite } from '@electric-sql/pglite'
import { createSalesforceServer } from '@pryzm/salesforce-server'
import { toExpress } from '@pryzm/salesforce-server/express'
import { createPostgresRecords } from '@pryzm/salesforce-server/records'
import express from 'express'

const { PORT, SALESFORCE_LOGIN_URL: loginUrl } = process.env
const url = `http://localhost:${PORT}`
const database = await PGlite.create()
const server = await createSalesforceServer({
  database,
  records: await createPostgresRecords({ database }),
  keys: [{ id: 'one', secret: 'a-secret-that-is-long-enough-for-this-test' }],
  salesforce: {
    clientId: 'outside',
    clientSecret: 'outside-secret',
    redirectUri: `${url}/api/salesforce/connection/callback`,
    loginUrl,
  },
  authenticate: async () => ({
    workspace: 'acme',
    user: { id: 'ada', name: 'Ada Byron', email: 'ada@example.com' },
    rules: ['integrations:manage', 'integrations:push'],
    moduleEnabled: true,
    access: () => ({ view: true, create: true, edit: true }),
  }),
})

const app = express()
app.use((_request, response, next) => {
  response.setHeader('Content-Security-Policy', "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:")
  next()
})
app.use('/api/salesforce', toExpress(server))
app.use(express.static('dist'))
await server.work()
app.listen(Number(PORT), '127.0.0.1', () => console.log(`Ready on ${url}`))
