import { randomUUID } from 'node:crypto'
import {
  type Clock,
  type Link,
  type LinkScope,
  type NewJob,
  type NewResult,
  type NewRun,
  Secret,
  type Store,
  type StoredConnection,
} from '../../src/engine/ports/index.ts'
import { createStore } from '../../src/postgres/create-store.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'

export const keys = [{ id: 'k1', secret: 'a secret of the tests that is long enough' }]

/** A clock that stands still until it is moved. */
export function standingClock(at = new Date('2026-03-04T10:00:00.000Z')): Clock & { move(milliseconds: number): void } {
  let now = at
  return {
    now: () => now,
    sleep: async () => undefined,
    move: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}

export async function openStore(sql: Sql): Promise<{ store: Store; clock: ReturnType<typeof standingClock> }> {
  const clock = standingClock()
  return { store: await createStore({ sql, keys, clock }), clock }
}

export const ada = { id: 'ada', name: 'Ada' }

export const connectedOrg = {
  id: '00D000000000001AAA',
  name: 'Acme',
  username: 'admin@acme.example',
  instanceUrl: 'https://acme.my.salesforce.com',
  edition: 'Enterprise Edition',
}

/** A healthy connection of a workspace, but for what is named. */
export function connectionOf(workspace: string, changes: Partial<StoredConnection> = {}): StoredConnection {
  const at = new Date('2026-03-04T10:00:00.000Z')
  return {
    workspace,
    status: 'connected',
    reason: null,
    sentence: null,
    statusSince: at,
    org: connectedOrg,
    userId: '005000000000001AAA',
    loginUrl: 'https://login.salesforce.com',
    scopes: ['api', 'refresh_token'],
    accessToken: new Secret('access-1'),
    refreshToken: new Secret('refresh-1'),
    refreshStartedAt: null,
    moved: null,
    connectedBy: ada,
    connectedAt: at,
    apiUsage: { used: 12, limit: 100_000 },
    nextTryAt: null,
    pending: null,
    ...changes,
  }
}

export function pullJob(job: Partial<NewJob> = {}): NewJob {
  return {
    id: randomUUID(),
    kind: 'pull',
    object: 'Account',
    recordType: 'organization',
    label: 'Organizations',
    mappingVersion: 1,
    state: 'queued',
    reason: null,
    onlyIds: null,
    ...job,
  }
}

export function newRun(workspace: string, run: Partial<NewRun> = {}): NewRun {
  return {
    id: randomUUID(),
    workspace,
    mode: 'full',
    startedBy: ada,
    queuedAt: new Date('2026-03-04T10:00:00.000Z'),
    jobs: [pullJob()],
    ...run,
  }
}

/** A running pull of accounts in a workspace of its own. */
export async function startPull(
  store: Store,
  workspace: string = randomUUID(),
): Promise<{ jobId: string; runId: string; scope: LinkScope }> {
  const { run } = await store.runs.start(newRun(workspace), async () => undefined)
  const jobId = run.jobs[0]!.id
  await store.jobs.change(jobId, { state: 'running', startedAt: new Date('2026-03-04T10:00:00.000Z') })
  return {
    jobId,
    runId: run.id,
    scope: { workspace, orgId: '00D000000000001AAA', object: 'Account', recordType: 'organization' },
  }
}

/** The 18-character id of an account, by number. */
export function accountId(number: number): string {
  return `001${String(number).padStart(12, '0')}AAA`
}

export function newLink(number: number, link: Partial<Link> = {}): Link {
  return {
    salesforceId: accountId(number),
    recordId: randomUUID(),
    hash: 'c0ffee',
    stamp: new Date('2026-03-01T00:00:00.000Z'),
    revision: '1',
    syncedAttributes: ['name'],
    writeBack: 'done',
    state: 'live',
    ...link,
  }
}

export function newResult(number: number, result: Partial<NewResult> = {}): NewResult {
  return {
    outcome: 'created',
    name: `Account ${number}`,
    recordId: randomUUID(),
    salesforceId: accountId(number),
    reason: null,
    syncedFields: 3,
    skips: [],
    ...result,
  }
}

export const noCounts = {
  processed: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  withSkippedFields: 0,
  skippedFields: 0,
}
