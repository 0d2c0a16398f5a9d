import type { RecordType } from '@pryzm/salesforce-sdk/contract'
import { type Caller, type Clock, type HostEvent, type Logger, type Ports, type Records, Secret } from './engine/ports/index.ts'
import type { Settings } from './engine/settings.ts'
import { createDescribeCache } from './engine/describe-cache.ts'
import { forgetRecord } from './engine/forget-record.ts'
import { purgeWorkspace } from './engine/purge-workspace.ts'
import { runRun } from './engine/run-run.ts'
import { sweep } from './engine/sweep.ts'
import { type Background, createBackground } from './host/background.ts'
import { checkOptions } from './host/check-options.ts'
import { consoleLogger } from './host/console-logger.ts'
import { encryptionKeys } from './host/encryption-keys.ts'
import { systemClock } from './host/system-clock.ts'
import { hostTeller } from './host/tell-host.ts'
import { createHandler, type Handle } from './http/create-handler.ts'
import { createLive } from './postgres/create-live.ts'
import { createStore } from './postgres/create-store.ts'
import { type DatabaseOption, openSql } from './postgres/sql/open-sql.ts'
import type { EncryptionKey } from './postgres/token-box.ts'
import { createQueue } from './queue/create-queue.ts'
import { createOrgs } from './salesforce/create-orgs.ts'

export interface SalesforceApp {
  /** Consumer key of the connected app. */
  clientId: string
  /** Left out for a public client. */
  clientSecret?: string
  /** Full URL of `…/connection/callback` where the kit is mounted, exactly as registered with the app. */
  redirectUri: string
  /** Where people sign in; `https://login.salesforce.com` unless told. */
  loginUrl?: string
  /** Where a Salesforce admin installs the Pryzm package. */
  packageInstallUrl?: string
  /** Namespace of the package, to check that it is installed. */
  packageNamespace?: string
  /** `66.0` unless told. */
  apiVersion?: string
}

export interface SalesforceServerOptions {
  /** Who asks; null where nobody is signed in. Asked on every request. */
  authenticate: (request: Request) => Promise<Caller | null>
  /** Pryzm's records. */
  records: Records
  salesforce: SalesforceApp
  /** Keys for tokens at rest: the first encrypts, all decrypt. Required outside development. */
  keys?: readonly EncryptionKey[]
  /** Postgres URL or pool, PGlite, or a folder for an embedded one; `.pryzm-salesforce` unless told. */
  database?: DatabaseOption
  /** Schema of the kit's own tables; `pryzm_salesforce` unless told. The queue's is beside it. */
  schema?: string
  /** Where the handlers are mounted, such as `/api/salesforce`; found from each request unless told. */
  basePath?: string
  /** Page of the host that a sign-in ends on when its own is not known; `/` unless told. */
  homePath?: string
  /** Origins of other sites that may change things with a signed-in user's cookies. */
  allowedOrigins?: readonly string[]
  /** Whether the module is enabled for a workspace, for work that no request is behind; enabled unless told. */
  workspace?: (id: string) => Promise<{ moduleEnabled: boolean }>
  /**
   * Hears what happens, for notifications, audit and webhooks. An event that it rejects is offered again for three days, across
   * restarts too; one may come twice, with the same `id`.
   */
  onEvent?: (event: HostEvent) => Promise<void> | void
  logger?: Logger
  /** Runs that this process works on at once; 2 unless told. */
  limits?: { concurrentRuns?: number }
  /** How long finished jobs are kept; 90 days unless told. */
  retention?: { days: number }
  clock?: Clock
}

export interface SalesforceServer {
  /** Answers a request of the kit's routes; never rejects. */
  handle: Handle
  /** Starts working on queued pulls in this process; other processes of the host may work too, or alone. */
  work(): Promise<void>
  /**
   * Erases what the kit stores of one record: links, and its ids, names and values in all results. The record itself stays, in
   * Pryzm and in Salesforce; while Salesforce has it, the next pull brings it again.
   */
  forget(workspace: string, recordType: RecordType, recordId: string): Promise<void>
  /** Erases everything of a workspace, and revokes its access at Salesforce. */
  purge(workspace: string): Promise<void>
  /** Lets go of work, which goes on elsewhere or at the next start, and closes what the server opened. */
  close(): Promise<void>
}

const sweepEveryMs = 60_000
const settleMs = 5000

/**
 * Makes the kit's server: mountable handlers and the sync engine. Rejects with one clear sentence where an option is missing
 * or wrong.
 *
 * @example
 * const server = await createSalesforceServer({ authenticate, records, salesforce, keys, database: process.env.DATABASE_URL })
 * app.use('/api/salesforce', toExpress(server))
 * await server.work()
 */
export async function createSalesforceServer(options: SalesforceServerOptions): Promise<SalesforceServer> {
  checkOptions(options)
  const { logger: log = consoleLogger, clock = systemClock, database = '.pryzm-salesforce' } = options
  const { schema = 'pryzm_salesforce' } = options
  const keys = encryptionKeys(options.keys, log)
  const background = createBackground(log)
  const inBackground = (work: Promise<unknown>) => background.add(work)
  const { sql, embedded } = await openSql(database)
  const store = await createStore({ sql, schema, keys, clock })
  const concurrency = options.limits?.concurrentRuns ?? 2
  const queue = await createQueue({ sql, schema: `${schema}_queue`, embedded, concurrency, log })
  const ports: Ports = {
    store,
    queue,
    clock,
    log,
    records: options.records,
    orgs: orgsOf(options.salesforce),
    live: createLive({ sql, schema }),
    settings: settingsOf(options),
    describes: createDescribeCache(),
    moduleEnabled: async (workspace) => (await options.workspace?.(workspace))?.moduleEnabled ?? true,
    inBackground,
    ...hostTeller(options.onEvent, { outbox: store.outbox, clock, log, inBackground }),
  }
  const { authenticate, basePath, allowedOrigins = [] } = options
  return {
    handle: createHandler(ports, { authenticate, basePath, allowedOrigins }),
    forget: (workspace, recordType, recordId) => forgetRecord(ports, workspace, recordType, recordId),
    purge: (workspace) => purgeWorkspace(ports, workspace),
    ...worker(ports, background, () => sql.close()),
  }
}

function worker(
  ports: Ports,
  background: Background,
  closeDatabase: () => Promise<void>,
): Pick<SalesforceServer, 'work' | 'close'> {
  let timer: NodeJS.Timeout | undefined
  let sweeping = false
  let closing: Promise<void> | undefined
  async function sweepOnce(): Promise<void> {
    if (sweeping) return
    sweeping = true
    await sweep(ports).finally(() => (sweeping = false))
  }
  async function close(): Promise<void> {
    clearInterval(timer)
    await ports.queue.stop()
    await background.settle(settleMs)
    await closeDatabase()
  }
  return {
    async work() {
      await ports.queue.work((task, signal) => runRun(ports, task, signal))
      timer = setInterval(() => background.add(sweepOnce()), sweepEveryMs).unref()
      background.add(sweepOnce())
    },
    close() {
      closing ??= close()
      return closing
    },
  }
}

function orgsOf({ clientId, clientSecret, redirectUri, apiVersion }: SalesforceApp): Ports['orgs'] {
  return createOrgs({
    clientId,
    redirectUri,
    ...(clientSecret !== undefined && { clientSecret: new Secret(clientSecret) }),
    ...(apiVersion !== undefined && { apiVersion }),
  })
}

function settingsOf({ salesforce, homePath, retention }: SalesforceServerOptions): Settings {
  return {
    loginUrl: salesforce.loginUrl ?? 'https://login.salesforce.com',
    packageInstallUrl: salesforce.packageInstallUrl ?? null,
    packageNamespace: salesforce.packageNamespace ?? null,
    homePath: homePath ?? '/',
    retentionDays: retention?.days ?? 90,
  }
}
