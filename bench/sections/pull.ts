import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { startPostgres } from '../../test-support/postgres.ts'
import { startBenchServer } from '../bench-server.ts'
import { type BenchOrg, startBenchOrg } from '../emulated-org.ts'
import { median, type Results } from '../figures.ts'
import { columnsOf, filledTables } from '../filled-tables.ts'
import { dropDatabase, freshDatabase } from '../fresh-database.ts'
import { type Measured, runProcess } from '../json-process.ts'
import type { BenchOptions } from '../main.ts'
import { peerSoql } from '../peer-input.ts'
import type { CopyInput } from '../processes/copy-ready-rows.ts'
import type { OurPull } from '../processes/our-pull.ts'
import { pullAccounts } from '../pull-accounts.ts'

/** jsforce gets its result as one page, and does not come to the end of one of a million rows. */
const mostOnOnePage = 500_000

/** Pulls every account, and lets the limit and the peers do it in turn. */
export async function measurePull({ rows, rounds }: BenchOptions): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'pryzm-bench-'))
  const postgres = await startPostgres({ durable: true })
  const onePage = await startBenchOrg({ rows: Math.min(rows, mostOnOnePage), pageRows: mostOnOnePage })
  const ours: [OurPull, OurPull][] = []
  const peers: Record<'limit' | 'script' | 'jsforce', Measured[]> = { limit: [], script: [], jsforce: [] }
  try {
    for (let round = 0; round < rounds; round++) {
      // A new org each time: the ids that a round writes back would be somebody else's in the next.
      const org = await startBenchOrg({ rows, pageRows: 50_000 })
      const database = await freshDatabase(postgres.url)
      const pulls = (await pullAccounts({ orgUrl: org.url, database, pulls: 2 })) as [OurPull, OurPull]
      checkPull(pulls, rows)
      ours.push(pulls)
      say('ours', pulls[0], pulls[0].pagesSeconds)
      peers.limit.push(await copyReadyRows(postgres.url, database, folder, rows, org.url))
      say('COPY of ready rows', peers.limit.at(-1))
      await dropDatabase(postgres.url, database)
      peers.script.push(await runScript(postgres.url, org))
      say('script', peers.script.at(-1))
      peers.jsforce.push(await runProcess<Measured>('jsforce-read.ts', peerInput(onePage)))
      say('jsforce reading alone', peers.jsforce.at(-1))
      await org.stop()
    }
    return figuresOf(ours, peers)
  } finally {
    await onePage.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

function figuresOf(ours: readonly [OurPull, OurPull][], peers: Record<'limit' | 'script' | 'jsforce', Measured[]>): Results {
  const against = (peer: readonly Measured[]) =>
    median(ours.map(([first], round) => first.rows / first.pagesSeconds / speedOf(peer[round])))
  return {
    'pull.recordsPerSecond': median(ours.map(([first]) => first.rows / first.pagesSeconds)),
    'pull.ratioToLimit': against(peers.limit),
    'pull.ratioToScript': against(peers.script),
    'pull.ratioToJsforceRead': against(peers.jsforce),
    'pull.peakRssMb': median(ours.map(([first]) => first.peakRssMb)),
    'pull.unchangedRatio': median(ours.map(([first, second]) => first.pagesSeconds / second.pagesSeconds)),
    'pull.nodeCpuUs': median(ours.map(([first]) => (first.cpuSeconds / first.rows) * 1e6)),
    'pull.secondsWithWriteBack': median(ours.map(([first]) => first.seconds)),
  }
}

function speedOf(peer: Measured | undefined): number {
  return peer ? peer.rows / peer.seconds : Number.NaN
}

/** A wrong result has no speed. */
function checkPull([first, second]: readonly [OurPull, OurPull], rows: number): void {
  const { created } = first.job.counts
  const { unchanged } = second.job.counts
  if (first.job.state === 'succeeded' && created === rows && unchanged === rows) return
  throw new Error(`Our pull of ${rows} accounts ended ${first.job.state} with ${created} created, then ${unchanged} unchanged.`)
}

async function copyReadyRows(serverUrl: string, from: string, folder: string, rows: number, orgUrl: string): Promise<Measured> {
  const tables = await dump(from, folder)
  const database = await freshDatabase(serverUrl)
  await (await startBenchServer(database, orgUrl)).close()
  const input: CopyInput = { database, rows, tables }
  const measured = await runProcess<Measured>('copy-ready-rows.ts', input)
  await dropDatabase(serverUrl, database)
  return measured
}

async function dump(database: string, folder: string): Promise<CopyInput['tables']> {
  const client = new pg.Client(database)
  await client.connect()
  const tables: CopyInput['tables'] = []
  for (const table of filledTables) {
    const columns = await columnsOf(client, table)
    const file = join(folder, table)
    const where =
      table.endsWith('.results') || table.endsWith('.result_blocks')
        ? 'where job_no = (select min(no) from pryzm_salesforce.jobs)'
        : ''
    await pipeline(client.query(copyTo(`copy (select ${columns} from ${table} ${where}) to stdout`)), createWriteStream(file))
    tables.push({ table, columns, file })
  }
  await client.end()
  return tables
}

async function runScript(serverUrl: string, org: BenchOrg): Promise<Measured> {
  const database = await freshDatabase(serverUrl)
  const measured = await runProcess<Measured>('developer-script.ts', { ...peerInput(org), database })
  await dropDatabase(serverUrl, database)
  return measured
}

function peerInput({ url, accessToken }: BenchOrg) {
  return { orgUrl: url, accessToken, soql: peerSoql }
}

function say(name: string, measured: Measured | undefined, seconds = measured?.seconds): void {
  if (!measured || seconds === undefined) return
  const speed = Math.round(measured.rows / seconds).toLocaleString('en')
  console.log(`  ${name}: ${speed} records/s, ${seconds.toFixed(1)} s, ${Math.round(measured.peakRssMb)} MB`)
}
