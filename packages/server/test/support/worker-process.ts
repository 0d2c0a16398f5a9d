// A worker of the host in a process of its own, so that tests can kill it. Its one argument holds its settings as JSON.
import { createSalesforceServer, type SalesforceApp } from '../../src/index.ts'
import { createPostgresRecords } from '../../src/records/index.ts'

/** What such a process needs to know. */
export interface WorkerSettings {
  database: string
  salesforce: SalesforceApp
  keys: { id: string; secret: string }[]
}

const { database, salesforce, keys } = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings
const server = await createSalesforceServer({
  authenticate: async () => null,
  records: await createPostgresRecords({ database }),
  database,
  salesforce,
  keys,
})
await server.work()
process.stdout.write('working\n')
