import { createSalesforceClient, type SalesforceClient } from '@pryzm/salesforce-sdk'
import { type Caller, createSalesforceServer, type DatabaseOption, type SalesforceServer } from '@pryzm/salesforce-server'
import { createPostgresRecords, type PostgresRecords } from '@pryzm/salesforce-server/records'
import { benchApp } from './bench-app.ts'
import { benchRecordTypes } from './bench-record-types.ts'

/** The product as a host runs it, for one administrator. */
export interface BenchServer {
  server: SalesforceServer
  records: PostgresRecords
  /** A client of one workspace. */
  client(workspace?: string): SalesforceClient
  close(): Promise<void>
}

const silent = { info: () => undefined, warn: () => undefined, error: console.error }

export async function startBenchServer(database: DatabaseOption, orgUrl: string): Promise<BenchServer> {
  const records = await createPostgresRecords({ database, recordTypes: benchRecordTypes })
  const server = await createSalesforceServer({
    authenticate: async (request) => administratorOf(request.headers.get('x-workspace') ?? 'bench'),
    records,
    database,
    keys: [{ id: 'bench', secret: 'a secret of the benchmark that is long enough' }],
    salesforce: {
      clientId: benchApp.clientId,
      clientSecret: benchApp.clientSecret,
      redirectUri: benchApp.redirectUri,
      loginUrl: orgUrl,
    },
    logger: silent,
  })
  return {
    server,
    records,
    client: (workspace = 'bench') =>
      createSalesforceClient({
        baseUrl: benchApp.baseUrl,
        transport: (request) => server.handle(request),
        headers: { 'x-workspace': workspace },
      }),
    async close() {
      await server.close()
      await records.close()
    },
  }
}

function administratorOf(workspace: string): Caller {
  return {
    workspace,
    user: { id: 'bench', name: 'Bench', email: 'bench@pryzm.example' },
    rules: ['integrations:manage', 'integrations:push'],
    moduleEnabled: true,
    access: () => ({ view: true, create: true, edit: true }),
  }
}
