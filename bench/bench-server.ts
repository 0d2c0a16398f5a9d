import { createSalesforceClient, type Mapping, type SalesforceClient } from '@pryzm/salesforce-sdk'
import { emptyMapping, suggestPairs } from '@pryzm/salesforce-sdk/mapping'
import { type Caller, createSalesforceServer, type DatabaseOption, type SalesforceServer } from '@pryzm/salesforce-server'
import { createPostgresRecords, type PostgresRecords } from '@pryzm/salesforce-server/records'
import { approveAs } from '@pryzm/salesforce-emulator'
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

/** The colleagues who work in both systems. Salesforce users who have left own accounts too, and are not among them. */
const colleagues = ['dana', 'marcus', 'priya', 'tom', 'lucia'].map((name) => ({
  id: name,
  name,
  email: `${name}@acme-industrial.example`,
}))

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

/** Adds the workspace's users, connects it and saves a mapping of everything that is suggested, with only these objects enabled. */
export async function prepareWorkspace(bench: BenchServer, enabled: readonly string[], workspace = 'bench'): Promise<void> {
  await bench.records.putUsers(workspace, colleagues)
  const client = bench.client(workspace)
  const { authorizeUrl } = await client.connection.connect({ returnTo: '/' })
  const callback = await approveAs(authorizeUrl, benchApp.username, 'allow')
  await bench.server.handle(new Request(callback, { headers: { 'x-workspace': workspace } }))
  const pairs = emptyMapping().pairs.map((pair) => ({ ...pair, enabled: enabled.includes(pair.object) })) as Mapping['pairs']
  for (const pair of pairs.filter(({ object }) => enabled.includes(object))) {
    const { describe, recordType } = await client.schema.get({ object: pair.object })
    const suggestions = suggestPairs(pair, { describe, recordType })
    pair.fields = suggestions.map(({ attribute, field, direction, options }) => ({
      id: attribute,
      attribute,
      field,
      direction,
      options,
    }))
  }
  await client.mapping.save({ baseVersion: 0, mapping: { pairs } })
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
