/**
 * Writes pages of a first pull the way the engine does (match, records, links, results and checkpoint in one transaction a page)
 * and, in turn with it, copies the same rows ready-made into the same three tables: the limit of this Postgres. fsync is on.
 *
 *   node packages/server/bench/write-pages.ts [rows] [rounds]
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { startPostgres } from '../../../test-support/postgres.ts'
import type { Link, NewResult, PullJob, RecordWrite } from '../src/engine/ports/index.ts'
import { createStore } from '../src/postgres/create-store.ts'
import { sqlOverPool } from '../src/postgres/sql/pg-sql.ts'
import { createPostgresRecords } from '../src/records/index.ts'

const PAGE_ROWS = 50_000
const BLOCK_ROWS = 2_500
const PAGES_AT_ONCE = 2
const TABLES = ['pryzm.records', 'pryzm_salesforce.links', 'pryzm_salesforce.results']

const noCounts = {
  processed: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  withSkippedFields: 0,
  skippedFields: 0,
}

interface Row {
  link: Link
  write: RecordWrite
  result: NewResult
}

const rows = Number(process.argv[2] ?? 200_000)
const rounds = Number(process.argv[3] ?? 5)
const postgres = await startPostgres({ durable: true })
const pool = new pg.Pool({ connectionString: postgres.url })
const sql = sqlOverPool(pool)
const clock = { now: () => new Date(), sleep: async () => undefined }
const store = await createStore({ sql, keys: [{ id: 'k1', secret: 'a secret of the benchmark, long enough' }], clock })
const records = await createPostgresRecords({ database: pool })

try {
  await writePages()
  const ready = await Promise.all(TABLES.map(readReady))
  const ratios: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const ours = await timed(writePages)
    const limit = await timed(() => copyReady(ready))
    ratios.push(limit / ours)
    console.log(`ours ${perSecond(ours)}   plain COPY ${perSecond(limit)}   ratio ${(limit / ours).toFixed(2)}`)
  }
  console.log(`\n${rows} rows, median ratio to plain COPY: ${median(ratios).toFixed(2)}`)
} finally {
  await sql.close()
  await pool.end()
  await postgres.stop()
}

async function timed(work: () => Promise<void>): Promise<number> {
  await sql.script(`truncate ${[...TABLES, 'pryzm_salesforce.result_blocks'].join(', ')}; checkpoint;`)
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Two pages under way at once, each committed after the one before: while Postgres writes one, the rows of the next are made. */
async function writePages(): Promise<void> {
  const job = await newJob()
  const pages: Promise<unknown>[] = []
  for (let start = 0; start < rows; start += PAGE_ROWS) {
    await pages.at(-PAGES_AT_ONCE)
    pages.push(writePage(job, start, pages.at(-1)))
  }
  await Promise.all(pages)
}

async function writePage(job: PullJob, start: number, before: Promise<unknown> | undefined): Promise<void> {
  const { workspace, recordType } = job.scope
  const end = Math.min(start + PAGE_ROWS, rows)
  await store.pulls.page(job, async (page) => {
    for (let first = start; first < end; first += BLOCK_ROWS) {
      const block = Array.from({ length: Math.min(BLOCK_ROWS, end - first) }, (_, index) => rowOf(first + index))
      await page.match(block.map(({ link }) => ({ salesforceId: link.salesforceId, pryzmId: null })))
      const writes = block.map(({ write }) => write)
      const outcomes = await records.write(workspace, recordType, writes, { transaction: page.transaction })
      const refused = outcomes.find(({ outcome }) => outcome !== 'created')
      if (refused) throw new Error(`A row was not created: ${JSON.stringify(refused)}`)
      await page.putLinks(block.map(({ link }) => link))
      const results = block.map(({ result }) => result)
      await page.addResults(first, results)
    }
    await before
    const number = start / PAGE_ROWS + 1
    const counts = { ...noCounts, processed: end - start, created: end - start }
    return { counts, skipReasons: new Map(), causes: [], progress: { pagesDone: number, locator: `L${number}` } }
  })
}

async function newJob(): Promise<PullJob> {
  const scope = { workspace: randomUUID(), orgId: '00D000000000001AAA', object: 'Account', recordType: 'organization' } as const
  const job = {
    id: randomUUID(),
    kind: 'pull',
    object: 'Account',
    recordType: 'organization',
    label: 'Organizations',
    mappingVersion: 1,
    state: 'running',
    reason: null,
    onlyIds: null,
  } as const
  const run = {
    id: randomUUID(),
    workspace: scope.workspace,
    mode: 'full',
    startedBy: { id: 'bench', name: 'Bench' },
    queuedAt: new Date(),
  } as const
  await store.runs.start({ ...run, jobs: [job] }, async () => undefined)
  return { jobId: job.id, scope }
}

/** An account with some 500 bytes of values; every seventh with a skipped field. */
function rowOf(number: number): Row {
  const id = randomUUID()
  const salesforceId = `001${String(number).padStart(12, '0')}AAA`
  const values = {
    name: `Müller & Sons "Industrial" Supplies ${number}`,
    website: `https://www.mueller-${number}.example`,
    phone: `+49 30 ${1_000_000 + number}`,
    industry: 'manufacturing',
    type: 'prospect',
    employees: String(number % 9000),
    annual_revenue: { amount: `${number}000.50`, currency: 'EUR' },
    description: `Supplies for the works in hall ${number % 90},\nsince 1970. ${'A sentence of some length. '.repeat(3)}`,
    address: { street: `Hauptstraße ${number % 300}`, city: 'Berlin', state: null, postalCode: '10115', country: 'Germany' },
    owner: 'ada',
  }
  const skips =
    number % 7 === 0
      ? [
          {
            attribute: 'owner',
            reason: 'user_not_matched' as const,
            sentence: 'No user of this workspace has this e-mail.',
            dropped: 'a@b.example',
          },
        ]
      : []
  return {
    write: { id, kind: 'create', values },
    link: {
      salesforceId,
      recordId: id,
      hash: salesforceId.padStart(32, 'f'),
      stamp: new Date(1_700_000_000_000 + number * 1000),
      revision: '1',
      syncedAttributes: Object.keys(values),
      writeBack: 'due',
      state: 'live',
    },
    result: {
      outcome: 'created',
      name: values.name,
      recordId: id,
      salesforceId,
      reason: null,
      syncedFields: 10,
      skips,
      writeBack: true,
    },
  }
}

/** What a table holds as the text of a COPY. */
async function readReady(table: string): Promise<string[]> {
  const columns = await sql.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const list = columns.map(({ name }) => name).join(', ')
  const client = await pool.connect()
  const chunks: string[] = [`${table} (${list})`]
  for await (const chunk of client.query(to(`copy ${table} (${list}) to stdout`)).setEncoding('utf8'))
    chunks.push(chunk as string)
  client.release()
  return chunks
}

/** One transaction a page and table by table, as the pages are written. */
async function copyReady(ready: readonly string[][]): Promise<void> {
  await sql.transaction(async (transaction) => {
    for (const [target = '', ...chunks] of ready) await transaction.copy(`copy ${target} from stdin`, chunks)
  })
}

function perSecond(milliseconds: number): string {
  return `${(rows / milliseconds).toFixed(1)} krows/s`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}
