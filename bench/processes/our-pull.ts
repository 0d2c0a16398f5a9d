// Our pull of every account into a workspace that is connected: the product as a host mounts it, from the press of the button
// to the end of the job.
import { subscribe } from 'node:diagnostics_channel'
import { PGlite } from '@electric-sql/pglite'
import type { Job, SalesforceClient } from '@pryzm/salesforce-sdk'
import { startBenchServer } from '../bench-server.ts'
import { type Measured, ownUsage, processInput, tell } from '../json-process.ts'

export interface OurPullInput {
  orgUrl: string
  /** A Postgres URL, or a folder for the embedded database. */
  database: string
  /** How many pulls, one after the other. */
  pulls: number
}

export interface OurPull extends Measured {
  /** Seconds from the request for the first rows until every record was in the tables; the write-back of the new ids follows. */
  pagesSeconds: number
  job: Job
}

// Each look costs a request, whose work would be counted as the pull's.
const lookEveryMs = 100

// The embedded database does not let this process look while it works, so that the start is not looked for but heard of.
let firstAsked: number | null = null
subscribe('undici:request:create', (message) => {
  const { request } = message as { request: { path: string } }
  if (request.path.includes('/results')) firstAsked ??= performance.now()
})

const { orgUrl, database, pulls } = processInput<OurPullInput>()
const embedded = database.startsWith('postgres://') ? null : await PGlite.create(database)
const bench = await startBenchServer(embedded ?? database, orgUrl)
await bench.server.work()
const measured: OurPull[] = []
for (let pull = 0; pull < pulls; pull++) measured.push(await timePull(bench.client()))
await bench.close()
await embedded?.close()
tell(measured)

async function timePull(client: SalesforceClient): Promise<OurPull> {
  const before = ownUsage()
  const started = performance.now()
  const { run } = await client.runs.start({})
  firstAsked = null
  let pagesSeconds = 0
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    const { state, finishedAt, jobs } = await client.runs.get({ id: run.id })
    const [job] = jobs
    if (!job) throw new Error('The run has no job.')
    const now = performance.now()
    if (pagesSeconds === 0 && firstAsked !== null && job.counts.processed === job.total) pagesSeconds = (now - firstAsked) / 1000
    // A run that is still being finished would be joined by the next one.
    if (finishedAt !== null || state === 'paused') {
      const { cpuSeconds, peakRssMb } = ownUsage()
      const seconds = (now - started) / 1000
      return { rows: job.counts.processed, seconds, pagesSeconds, cpuSeconds: cpuSeconds - before.cpuSeconds, peakRssMb, job }
    }
  }
}
