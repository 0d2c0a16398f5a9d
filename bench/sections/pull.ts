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
  const done: Round[] = []
  try {
    while (done.length < rounds) done.push(await measureRound({ rows, folder, serverUrl: postgres.url, onePage }))
    return figuresOf(done)
  } finally {
    await onePage.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

interface Round {
  ours: [first: OurPull, second: OurPull]
  limit: Measured
  script: Measured
  jsforce: Measured
}

interface RoundInput {
  rows: number
  /** Where the ready rows are kept. */
  folder: string
  serverUrl: string
  /** The org that jsforce reads. */
  onePage: BenchOrg
}

async function measureRound({ rows, folder, serverUrl, onePage }: RoundInput): Promise<Round> {
  // A new org each time: the ids that a round writes back would be somebody else's in the next.
  const org = await startBenchOrg({ rows, pageRows: 50_000 })
  try {
    const database = await freshDatabase(serverUrl)
    const ours = (await pullAccounts({ orgUrl: org.url, database, pulls: 2 })) as Round['ours']
    checkPull(ours, rows)
    say('ours', ours[0], ours[0].pagesSeconds)
    const limit = say('COPY of ready rows', await copyReadyRows(serverUrl, database, folder, rows, org.url))
    await dropDatabase(serverUrl, database)
    const script = say('script', await runScript(serverUrl, org))
    const jsforce = say('jsforce reading alone', await runProcess<Measured>('jsforce-read.ts', peerInput(onePage)))
    return { ours, limit, script, jsforce }
  } finally {
    await org.stop()
  }
}

function figuresOf(rounds: readonly Round[]): Results {
  const firsts = rounds.map(({ ours: [first] }) => first)
  const against = (peer: 'limit' | 'script' | 'jsforce') =>
    median(rounds.map(({ ours: [first], [peer]: other }) => first.rows / first.pagesSeconds / (other.rows / other.seconds)))
  return {
    'pull.recordsPerSecond': median(firsts.map(({ rows, pagesSeconds }) => rows / pagesSeconds)),
    'pull.ratioToLimit': against('limit'),
    'pull.ratioToScript': against('script'),
    'pull.ratioToJsforceRead': against('jsforce'),
    'pull.peakRssMb': median(firsts.map(({ peakRssMb }) => peakRssMb)),
    'pull.unchangedRatio': median(rounds.map(({ ours: [first, second] }) => first.pagesSeconds / second.pagesSeconds)),
    'pull.nodeCpuUs': median(firsts.map(({ rows, cpuSeconds }) => (cpuSeconds / rows) * 1e6)),
    'pull.secondsWithWriteBack': median(firsts.map(({ seconds }) => seconds)),
  }
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

/** Prints what was measured, and hands it on. */
function say(name: string, measured: Measured, seconds = measured.seconds): Measured {
  const speed = Math.round(measured.rows / seconds).toLocaleString('en')
  console.log(`  ${name}: ${speed} records/s, ${seconds.toFixed(1)} s, ${Math.round(measured.peakRssMb)} MB`)
  return measured
}
