import { randomUUID } from 'node:crypto'
import { Connection } from 'jsforce'
import { startPostgres } from '../../test-support/postgres.ts'
import { prepareWorkspace, startBenchServer } from '../bench-server.ts'
import { startBenchOrg } from '../emulated-org.ts'
import { median, type Results } from '../figures.ts'

const PUSHES = 100
const WARM_UP = 10

/** Pushes organizations one by one, in turn with an upsert of the same fields straight through jsforce. */
export async function measurePush(): Promise<Results> {
  const postgres = await startPostgres({ durable: true })
  const org = await startBenchOrg({ rows: 0, pageRows: 50_000 })
  const bench = await startBenchServer(postgres.url, org.url)
  try {
    await prepareWorkspace(bench, ['Account'])
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
    return {
      'push.ms': median(times.ours),
      'push.directMs': median(times.direct),
      'push.ratioToDirect': median(times.ours) / median(times.direct),
    }
  } finally {
    await bench.close()
    await org.stop()
    await postgres.stop()
  }
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
