// Our pull of every account: the product as a host mounts it, from the press of the button to the end of the job.
import type { Job, SalesforceClient } from '@pryzm/salesforce-sdk'
import { prepareWorkspace, startBenchServer } from '../bench-server.ts'
import { type Measured, ownUsage, processInput, tell } from '../json-process.ts'

export interface OurPullInput {
  orgUrl: string
  /** A Postgres URL, or a folder for the embedded database. */
  database: string
  /** How many pulls, one after the other. */
  pulls: number
}

export interface OurPull extends Measured {
  /** Seconds until every record was in the tables; the write-back of the new ids follows. */
  pagesSeconds: number
  job: Job
}

// Each look costs a request, whose work would be counted as the pull's.
const lookEveryMs = 100

const { orgUrl, database, pulls } = processInput<OurPullInput>()
const bench = await startBenchServer(database, orgUrl)
await prepareWorkspace(bench, ['Account'])
await bench.server.work()
const measured: OurPull[] = []
for (let pull = 0; pull < pulls; pull++) measured.push(await timePull(bench.client()))
await bench.close()
tell(measured)

async function timePull(client: SalesforceClient): Promise<OurPull> {
  const before = ownUsage()
  const started = performance.now()
  const { run } = await client.runs.start({})
  let pagesSeconds = 0
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    const job = (await client.runs.get({ id: run.id })).jobs[0]
    if (!job) throw new Error('The run has no job.')
    const seconds = (performance.now() - started) / 1000
    if (pagesSeconds === 0 && job.total !== null && job.counts.processed >= job.total) pagesSeconds = seconds
    if (!['queued', 'running'].includes(job.state)) {
      const { cpuSeconds, peakRssMb } = ownUsage()
      return { rows: job.counts.processed, seconds, pagesSeconds, cpuSeconds: cpuSeconds - before.cpuSeconds, peakRssMb, job }
    }
  }
}
