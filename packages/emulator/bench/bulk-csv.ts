/**
 * How fast the emulator writes bulk results of the large seed: `node packages/emulator/bench/bulk-csv.ts [rows]`.
 * It measures the rows themselves, from seed to the bytes that are sent, plain and gzipped, without a network between. Two figures:
 * by the clock on the wall, and by the processor time of the whole process, which other work on the machine changes less.
 */
import { compileBulkQuery } from '../src/bulk/compile-bulk-query.ts'
import { textStream } from '../src/bulk/text-stream.ts'
import { Org } from '../src/org/org.ts'
import { defaultSettings } from '../src/org/settings.ts'
import { compressed } from '../src/wire/compressed.ts'
import { largeSalesOrg } from '../src/seeds/large.ts'
import { csvDialect } from '../src/wire/csv-dialect.ts'
import { csvLines } from '../src/wire/csv.ts'

const COLUMNS =
  'Id,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,AccountNumber,Website,' +
  'Industry,AnnualRevenue,NumberOfEmployees,Ownership,Description,Rating,AccountSource,OwnerId,CreatedDate,CreatedById,' +
  'LastModifiedDate,SystemModstamp,IsDeleted'

const rows = Number(process.argv[2] ?? 1_000_000)
const org = new Org(largeSalesOrg(rows), defaultSettings, () => new Date())
const [user] = org.table('User').rows()
if (!user) throw new Error('The large seed has no users.')
const query = compileBulkQuery(`SELECT ${COLUMNS} FROM Account`, org, user, false)
const columns = query.columns.map(({ path, field, read }) => ({ path, type: field.type, read }))

for (const run of [1, 2, 3]) {
  for (const encoding of ['plain', 'gzip'] as const) {
    const text = textStream(csvLines(columns, org.table('Account').rows(), csvDialect('COMMA', 'LF')))
    console.log(`run ${run}, ${encoding}: ${await measured(encoding === 'gzip' ? compressed(text, 'gzip') : text)}`)
  }
}

async function measured(body: AsyncIterable<Uint8Array>): Promise<string> {
  const started = performance.now()
  const idle = process.cpuUsage()
  let bytes = 0
  for await (const chunk of body) bytes += chunk.length
  const seconds = (performance.now() - started) / 1000
  const { user: own, system } = process.cpuUsage(idle)
  const speed = `${Math.round(rows / seconds).toLocaleString('en-US')} rows/s, ${((own + system) / rows).toFixed(1)} µs of processor time a row`
  const size = `${Math.round(bytes / rows)} bytes a row, ${columns.length} columns, ${(bytes / seconds / 1e6).toFixed(0)} MB/s`
  return `${speed} (${size}), ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`
}
