/**
 * How fast the emulator writes an upload of `Id,Pryzm_ID__c` to the large seed: `node packages/emulator/bench/bulk-ingest.ts [rows]`.
 * It measures the job alone, from the text of the upload to the text of its results, without a network between. Two figures: by the
 * clock on the wall, and by the processor time of the whole process, which other work on the machine changes less; and how long
 * other requests wait at most.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { IngestJob } from '../src/bulk/ingest-job.ts'
import { failedResults, successfulResults } from '../src/bulk/ingest-results.ts'
import { textStream } from '../src/bulk/text-stream.ts'
import { addOpenField } from '../src/org/custom-fields.ts'
import { Org } from '../src/org/org.ts'
import { pryzmIdField } from '../src/org/pryzm-id-field.ts'
import { idMaker } from '../src/org/salesforce-id.ts'
import { defaultSettings } from '../src/org/settings.ts'
import { largeSalesOrg } from '../src/seeds/large.ts'

const rows = Number(process.argv[2] ?? 300_000)
const org = new Org(largeSalesOrg(rows), defaultSettings, () => new Date())
addOpenField(org, 'Account', pryzmIdField)
const accountId = idMaker('001')

for (const run of [1, 2, 3]) {
  const lines = Array.from({ length: rows }, (_, row) => `${accountId(row)},${randomUUID()}\n`)
  const job = updateJob(`Id,Pryzm_ID__c\n${lines.join('')}`)
  console.log(`run ${run}, writing: ${await measured(() => ended(job))}`)
  console.log(`run ${run}, results: ${await measured(() => readResults(job))}`)
}

function updateJob(csv: string): IngestJob {
  const job = new IngestJob(org, org.administrator, {
    id: '750000000000000AAA',
    operation: 'update',
    object: 'Account',
    createdById: String(org.administrator.Id),
    createdDate: new Date(),
    apiVersion: 67,
    columnDelimiter: 'COMMA',
    lineEnding: 'LF',
  })
  job.upload(csv)
  return job
}

/** Runs a job to its end. Gives the longest time that other requests had to wait, in milliseconds. */
async function ended(job: IngestJob): Promise<number> {
  let longest = 0
  job.start()
  for (let last = performance.now(); !job.hasEnded; last = performance.now()) {
    await setImmediate()
    longest = Math.max(longest, performance.now() - last)
  }
  const { numberRecordsProcessed, numberRecordsFailed } = job.polled()
  if (numberRecordsProcessed !== rows || numberRecordsFailed > 0) throw new Error('Not every row was written.')
  return longest
}

async function readResults(job: IngestJob): Promise<number> {
  let bytes = 0
  for (const lines of [successfulResults, failedResults]) {
    for await (const chunk of textStream(lines(job))) bytes += chunk.length
  }
  if (bytes < rows * 20) throw new Error('Results are missing.')
  return 0
}

async function measured(work: () => Promise<number>): Promise<string> {
  const started = performance.now()
  const idle = process.cpuUsage()
  const longest = await work()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(idle)
  const speed = `${Math.round(rows / seconds).toLocaleString('en-US')} rows/s, ${((user + system) / rows).toFixed(1)} µs of processor time a row`
  return `${speed}, others wait ${longest.toFixed(0)} ms at most, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`
}
