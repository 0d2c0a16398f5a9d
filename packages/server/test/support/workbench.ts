import { createOrg, type CreateOrgOptions, type EmulatedOrg } from '@pryzm/salesforce-emulator'
import { createSalesforceClient, type SalesforceClient } from '@pryzm/salesforce-sdk'
import {
  createSalesforceServer,
  type Clock,
  type DatabaseOption,
  type HostEvent,
  type SalesforceServer,
  type SalesforceServerOptions,
} from '../../src/index.ts'
import { createPostgresRecords, type PostgresRecords, type PostgresRecordsOptions } from '../../src/records/index.ts'
import { createDatabase } from './databases.ts'
import { authenticate, type Person, signedBy } from './people.ts'
import { startPGlite } from './pglite.ts'

const baseUrl = 'http://app.test/api/salesforce'
const app = { clientId: 'test-client', clientSecret: 'test-secret' }
const redirectUri = `${baseUrl}/connection/callback`

/** The app as the emulated orgs of tests know it. */
export const connectedApp = { ...app, redirectUris: [redirectUri] }

/** The product, whole: an emulated org, a server over a database, records, and clients for people. */
export interface Workbench {
  org: EmulatedOrg
  server: SalesforceServer
  records: PostgresRecords
  /** What the host was told, in order. */
  told: HostEvent[]
  /** What the server logged. */
  logged: Record<string, unknown>[]
  /** Workspaces whose module is off. */
  moduleOff: Set<string>
  client(person?: Person, workspace?: string, of?: SalesforceServer): SalesforceClient
  /** A raw request to the handlers, signed for a person. */
  ask(
    method: string,
    path: string,
    options?: { body?: string; headers?: Record<string, string>; person?: Person },
  ): Promise<Response>
  /** Another server over the same database, as another process of the host would have it. */
  anotherServer(options?: { loginUrl?: string; clock?: Clock }): Promise<SalesforceServer>
  close(): Promise<void>
}

export interface WorkbenchOptions {
  database?: DatabaseOption
  org?: CreateOrgOptions
  server?: Partial<SalesforceServerOptions>
  /** Attributes of organizations and people; Pryzm's own unless told. */
  recordTypes?: PostgresRecordsOptions['recordTypes']
}

export const workspace = 'acme'

export async function createWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const org = await createOrg({ seed: 'tiny', ...options.org, app: { ...connectedApp, ...options.org?.app } })
  const database = options.database ?? (await createDatabase())
  const records = await createPostgresRecords({
    database,
    recordUrl: (recordType, id) => `/records/${recordType}/${id}`,
    ...(options.recordTypes && { recordTypes: options.recordTypes }),
  })
  const told: HostEvent[] = []
  const moduleOff = new Set<string>()
  const logged: Workbench['logged'] = []
  const note = (level: string) => (message: string, details?: Record<string, unknown>) =>
    void logged.push({ level, message, ...details })
  const serverOptions: SalesforceServerOptions = {
    authenticate: authenticate(moduleOff),
    workspace: async (id) => ({ moduleEnabled: !moduleOff.has(id) }),
    records,
    database,
    salesforce: { ...app, redirectUri, loginUrl: org.url },
    keys: [{ id: 'test', secret: 'a secret of tests that is long enough' }],
    onEvent: (event) => void told.push(event),
    logger: { info: note('info'), warn: note('warn'), error: note('error') },
    homePath: '/integrations',
    ...options.server,
  }
  const server = await createSalesforceServer(serverOptions)
  const others: SalesforceServer[] = []
  return {
    org,
    server,
    records,
    told,
    logged,
    moduleOff,
    client: (person = 'admin', inWorkspace = workspace, of = server) =>
      createSalesforceClient({ baseUrl, transport: of.handle, headers: signedBy(person, inWorkspace) }),
    ask: (method, path, { body, headers, person = 'admin' } = {}) =>
      server.handle(
        new Request(baseUrl + path, {
          method,
          headers: {
            ...signedBy(person, workspace),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body }),
        }),
      ),
    async anotherServer({ loginUrl = org.url, ...more } = {}) {
      const another = await createSalesforceServer({
        ...serverOptions,
        salesforce: { ...serverOptions.salesforce, loginUrl },
        ...more,
      })
      others.push(another)
      return another
    },
    async close() {
      for (const each of [...others, server]) await each.close()
      await records.close()
      await org.close()
    },
  }
}

/** Each database that the product runs on; `open` hands over a fresh one. */
export const databases: readonly { name: string; open: () => Promise<DatabaseOption> }[] = [
  { name: 'PGlite', open: startPGlite },
  { name: 'Postgres', open: createDatabase },
]
