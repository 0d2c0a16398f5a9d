import { largeSalesOrg } from '@pryzm/salesforce-emulator'
import type { Mapping } from '@pryzm/salesforce-sdk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setUp, withPair } from './support/map.ts'
import { createDatabase } from './support/databases.ts'
import { ended, jobOf, pull, resultsOf, runWhere } from './support/pull.ts'
import { startPGlite } from './support/pglite.ts'
import { startWorker, type Worker } from './support/start-worker.ts'
import type { WorkerSettings } from './support/worker-process.ts'
import { connectedApp, createWorkbench, type Workbench, type WorkbenchOptions, workspace } from './support/workbench.ts'

const accounts = 2000
const accountsAlone = (mapping: Mapping) =>
  withPair(withPair(mapping, 'Contact', { enabled: false }), 'Opportunity', { enabled: false })
const open: Workbench[] = []
const workers: Worker[] = []
async function worker(settings: WorkerSettings): Promise<Worker> {
  const started = await startWorker(settings)
  workers.push(started)
  return started
}

/** The small org on pages of 150 rows, so that there is a middle to be killed in; accounts alone are pulled. */
async function bench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const made = await createWorkbench({ ...options, org: { seed: 'small', settings: { bulk: { pageRows: 150 } } } })
  open.push(made)
  await setUp(made, { change: accountsAlone })
  return made
}

afterEach(async () => {
  for (const each of workers.splice(0)) await each.kill()
  for (const made of open.splice(0)) await made.close()
})

/** Nothing lost, nothing twice, counts exact, whatever happened on the way. */
async function expectWhole({ records, org, ...made }: Workbench, runId: string): Promise<void> {
  const client = made.client()
  const run = await ended(client, runId)
  const job = jobOf(run, 'Account')
  expect(job.reason).toBeNull()
  expect(job.counts).toMatchObject({ processed: accounts, created: accounts, failed: 0, skipped: 0, unchanged: 0, updated: 0 })
  const results = await resultsOf(client, job.id)
  expect(new Set(results.map(({ salesforceId }) => salesforceId)).size).toBe(accounts)
  expect(new Set(results.map(({ recordId }) => recordId)).size).toBe(accounts)
  expect((await records.list(workspace, 'organization', { search: '', page: 1, size: 1 })).total).toBe(accounts)
  const ids = new Map(results.map(({ salesforceId, recordId }) => [salesforceId, recordId]))
  expect(org.admin.find('Account').filter((row) => row.Pryzm_ID__c !== ids.get(String(row.Id)))).toEqual([])
}

function halfway(made: Workbench, runId: string) {
  return runWhere(made.client(), runId, (run) => jobOf(run, 'Account').counts.processed >= 600)
}

describe('a worker that is stopped in the middle', () => {
  it('lets go of the run, and the next one goes on with it', async () => {
    const made = await bench()
    made.org.faults.add({ path: '/results', latencyMs: 60, times: 1000 })
    const first = await made.anotherServer()
    const { run } = await made.client().runs.start({})
    await first.work()
    await halfway(made, run.id)
    await first.close()
    const left = jobOf(await made.client().runs.get({ id: run.id }), 'Account')
    expect(left).toMatchObject({ state: 'running' })
    expect(left.counts.processed).toBeLessThan(accounts)
    made.org.faults.clear()
    await made.server.work()
    await expectWhole(made, run.id)
  })
})

it('a worker that is killed in the middle, twice, leaves whole pages behind and others go on', { timeout: 180_000 }, async () => {
  const database = await createDatabase()
  const made = await bench({ database })
  made.org.faults.add({ path: '/results', latencyMs: 80, times: 1000 })
  const settings = {
    database,
    salesforce: { ...connectedApp, redirectUri: connectedApp.redirectUris[0] ?? '', loginUrl: made.org.url },
    keys: [{ id: 'test', secret: 'a secret of tests that is long enough' }],
  }
  const first = await worker(settings)
  const { run } = await made.client().runs.start({})
  await halfway(made, run.id)
  await first.kill()
  const second = await worker(settings)
  await runWhere(made.client(), run.id, (now) => jobOf(now, 'Account').counts.processed >= 1200)
  await second.kill()
  made.org.faults.clear()
  await worker(settings)
  await expectWhole(made, run.id)
})

it('a run waits on an embedded database until somebody works on it', async () => {
  const made = await bench({ database: await startPGlite() })
  const { run } = await made.client().runs.start({})
  expect(run.state).toBe('queued')
  await made.server.work()
  await expectWhole(made, run.id)
})

describe('a result that Salesforce has lost', () => {
  it('is asked for again, and what is done already is passed over', async () => {
    const made = await bench()
    const lost = { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] }
    made.org.faults.add({ path: /\/results\?.*locator/, skip: 4, respond: lost })
    await made.server.work()
    const { run } = await made.client().runs.start({})
    await expectWhole(made, run.id)
  })
})

describe('a connection that is cut', () => {
  it('in the middle of a page costs nothing but the page', async () => {
    const made = await bench()
    made.org.faults.add({ path: '/results', skip: 3, cutAfterBytes: 5000, times: 2 })
    await made.server.work()
    const { run } = await made.client().runs.start({})
    await expectWhole(made, run.id)
  })
})

describe('an upload of ids', () => {
  it('of which Salesforce saw only a part is made again', async () => {
    const made = await bench()
    const part = { state: 'JobComplete', numberRecordsProcessed: accounts - 1, numberRecordsFailed: 0 }
    made.org.faults.add({ method: 'GET', path: /jobs\/ingest\/\w+$/, respond: { status: 200, body: part } })
    await made.server.work()
    const { run } = await made.client().runs.start({})
    await expectWhole(made, run.id)
    const uploads = made.org.admin.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/jobs/ingest/'))
    expect(uploads).toHaveLength(2)
  })
})

describe('canceling', () => {
  it('stops within a page, and the next pull goes on where records are concerned', async () => {
    const made = await bench()
    made.org.faults.add({ path: '/results', latencyMs: 60, times: 1000 })
    await made.server.work()
    const { run } = await made.client().runs.start({})
    await halfway(made, run.id)
    expect(await made.client().runs.cancel({ id: run.id })).toMatchObject({ canceling: true })
    const canceled = await ended(made.client(), run.id)
    const { counts } = jobOf(canceled, 'Account')
    expect(canceled.state).toBe('canceled')
    expect(counts.processed).toBeLessThan(accounts)
    made.org.faults.clear()
    const next = await made.client().runs.start({})
    const done = jobOf(await ended(made.client(), next.run.id), 'Account')
    expect(done.counts).toMatchObject({ processed: accounts, created: accounts - counts.created, failed: 0 })
    // Those whose parent was not there yet get it now.
    expect(done.counts.unchanged + done.counts.updated).toBe(counts.created)
  })

  it('happens by itself when the org is disconnected', async () => {
    const made = await bench()
    made.org.faults.add({ path: '/results', latencyMs: 60, times: 1000 })
    await made.server.work()
    const { run } = await made.client().runs.start({})
    await halfway(made, run.id)
    await made.client().connection.disconnect()
    expect((await ended(made.client(), run.id)).state).toBe('canceled')
    expect((await made.client().connection.get()).status).toBe('disconnected')
  })

  it('happens by itself when the module is turned off', async () => {
    const made = await bench()
    await made.client().runs.start({})
    made.moduleOff.add(workspace)
    await made.server.work()
    const finished = () => made.told.filter(({ type }) => type === 'run.finished')
    await vi.waitFor(() => expect(finished()).toMatchObject([{ details: { run: { state: 'canceled' } } }]), 20_000)
  })
})

it('a second press joins the run that is under way', async () => {
  const made = await bench()
  const [first, second] = await Promise.all([made.client().runs.start({}), made.client().runs.start({ mode: 'changes' })])
  expect(first.run.id).toBe(second.run.id)
  expect(new Set([first.alreadyRunning, second.alreadyRunning])).toEqual(new Set([false, true]))
})

it('ends as failed where the host cannot write its records in the middle of a page, and goes on with the next pull', async () => {
  const made = await createWorkbench({ org: { seed: largeSalesOrg(9000), settings: { bulk: { pageRows: 50_000 } } } })
  open.push(made)
  await setUp(made, { change: accountsAlone })
  const write = made.records.write.bind(made.records)
  let writes = 0
  made.records.write = (...batch) => (++writes === 2 ? Promise.reject(new Error('The host is away.')) : write(...batch))
  await made.server.work()
  expect((await pull(made.client())).jobs[0]).toMatchObject({ state: 'failed', counts: { processed: 0 } })
  expect((await pull(made.client())).jobs[0]).toMatchObject({ state: 'succeeded', counts: { created: 9000 } })
})
