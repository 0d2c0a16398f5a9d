import { randomUUID } from 'node:crypto'
import { Connection } from 'jsforce'
import { startPostgres } from '../../test-support/postgres.ts'
import { type BenchServer, startBenchServer } from '../bench-server.ts'
import { type BenchOrg, startBenchOrg } from '../emulated-org.ts'
import { median, type Results } from '../figures.ts'
import { freshDatabase } from '../fresh-database.ts'
import { prepareWorkspace } from '../prepare-workspace.ts'

const PUSHES = 100
/** A server that runs has compiled its code already. */
const WARM_UP = 100

/** As near as an org can be: most answer an upsert in 100 ms or more. */
const NEAR_ORG_MS = 40

interface Latencies {
  oursMs: number
  directMs: number
}

/**
 * Pushes organizations one by one, in turn with an upsert of the same fields straight through jsforce: against an org as near
 * as orgs are, and against one that answers at once, where nothing is left but the work of either side.
 */
export async function measurePush(): Promise<Results> {
  const postgres = await startPostgres({ durable: true })
  try {
    const near = await withOrg(await freshDatabase(postgres.url), NEAR_ORG_MS)
    const atOnce = await withOrg(await freshDatabase(postgres.url), 0)
    return {
      'push.ms': near.oursMs,
      'push.directMs': near.directMs,
      'push.ratioToDirect': near.oursMs / near.directMs,
      'push.atOnceMs': atOnce.oursMs,
      'push.atOnceDirectMs': atOnce.directMs,
    }
  } finally {
    await postgres.stop()
  }
}

async function withOrg(database: string, answerAfterMs: number): Promise<Latencies> {
  const org = await startBenchOrg({ rows: 0, pageRows: 50_000, answerAfterMs })
  const bench = await startBenchServer(database, org.url)
  try {
    await prepareWorkspace(bench, ['Account'])
    return await pushInTurn(bench, org)
  } finally {
    await bench.close()
    await org.stop()
  }
}

async function pushInTurn(bench: BenchServer, org: BenchOrg): Promise<Latencies> {
  const client = bench.client()
  const direct = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: '66.0' })
  const times = { ours: [] as number[], direct: [] as number[] }
  for (let push = 0; push < PUSHES + WARM_UP; push++) {
    const values = { name: `Bench ${push}`, phone: `+1 216 555 ${push}`, website: `https://bench${push}.example` }
    const recordId = randomUUID()
    await bench.records.write('bench', 'organization', [{ id: recordId, kind: 'create', values }], {})
    const ours = await timed(() => client.pushes.create({ recordType: 'organization', recordId, idempotencyKey: randomUUID() }))
    const fields = { Name: values.name, Phone: values.phone, Website: values.website, Pryzm_ID__c: randomUUID() }
    const straight = await timed(() => direct.sobject('Account').upsert(fields, 'Pryzm_ID__c'))
    if (push < WARM_UP) continue
    times.ours.push(ours)
    times.direct.push(straight)
  }
  return { oursMs: median(times.ours), directMs: median(times.direct) }
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
