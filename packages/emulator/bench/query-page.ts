/**
 * How fast the emulator answers SOQL: `node packages/emulator/bench/query-page.ts [rows of the large seed]`.
 * A page of 2,000 rows and 25 columns from query to JSON, then conditions on the large seed, without a network between.
 * Times are in milliseconds, by the clock on the wall and, which other work on the machine changes less, of the processor;
 * the best of several runs, and the first, which compiles the code and makes indexes.
 */
import { Org } from '../src/org/org.ts'
import { defaultSettings } from '../src/org/settings.ts'
import type { Row } from '../src/org/table.ts'
import { largeSalesOrg } from '../src/seeds/large.ts'
import { smallSalesOrg } from '../src/seeds/small.ts'
import type { Seed } from '../src/seeds/seed.ts'
import { compileQuery } from '../src/soql/compile-query.ts'
import { openResult } from '../src/soql/query-result.ts'
import { rowJson } from '../src/wire/query-json.ts'

const COLUMNS =
  'Id,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,AccountNumber,Website,' +
  'Industry,AnnualRevenue,NumberOfEmployees,Ownership,Site,Rating,AccountSource,OwnerId,CreatedDate,CreatedById,' +
  'LastModifiedDate,SystemModstamp,IsDeleted'
const PAGE = 2_000

function orgOf(seed: Seed): { org: Org; user: Row } {
  const org = new Org(seed, defaultSettings, () => new Date())
  return { org, user: org.administrator }
}

/** A page as the query resource answers it, from the text of the query to the text of the answer. */
function page({ org, user }: { org: Org; user: Row }, soql: string): { rows: number; total: number; bytes: number } {
  const query = compileQuery(soql, org, user)
  const result = openResult(org, query)
  const records = result.page(0, PAGE).map(rowJson(query, { version: 67, keepRows: () => '' }))
  const { total } = result
  result.release()
  return { rows: records.length, total, bytes: JSON.stringify({ totalSize: total, records }).length }
}

function measure(name: string, subject: { org: Org; user: Row }, soql: string, runs: number): void {
  const times: number[] = []
  const own: number[] = []
  let found = { rows: 0, total: 0, bytes: 0 }
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    const idle = process.cpuUsage()
    found = page(subject, soql)
    const { user, system } = process.cpuUsage(idle)
    own.push((user + system) / 1000)
    times.push(performance.now() - started)
  }
  const best = (list: readonly number[]) => Math.min(...list).toFixed(1)
  const size = `${found.rows} of ${found.total.toLocaleString('en-US')} rows, ${Math.round(found.bytes / 1000)} kB`
  console.log(`${name}: ${best(times)} ms, ${best(own)} ms of the processor; at first ${own[0]?.toFixed(1)} (${size})`)
}

const small = orgOf(smallSalesOrg)
measure('small, a page of 25 columns', small, `SELECT ${COLUMNS} FROM Account`, 20)

const large = orgOf(largeSalesOrg(Number(process.argv[2] ?? 10_000_000)))
measure('large, a page of 25 columns', large, `SELECT ${COLUMNS} FROM Account`, 20)
const accounts = large.org.table('Account').snapshot()
const ids = [0.5, 0.50001].map((share) => String(accounts.row(Math.floor(accounts.size * share)).Id))
accounts.release()
const where = (condition: string, object = 'Account') => `SELECT Id, Name FROM ${object} WHERE ${condition}`
measure('large, by Id', large, where(`Id = '${ids[0]}'`), 5)
measure('large, by a range of Ids', large, where(`Id >= '${ids[0]}' AND Id < '${ids[1]}'`), 5)
measure('large, from an Id on', large, where(`Id > '${ids[0]}'`), 3)
measure('large, by parent', large, where(`AccountId = '${ids[0]}'`, 'Contact'), 3)
measure(
  'large, children',
  large,
  `SELECT Id, (SELECT Id FROM Contacts), (SELECT Id FROM ChildAccounts) FROM Account LIMIT 2000`,
  3,
)
measure('large, changed lately', large, where('SystemModstamp > 2026-05-25T00:00:00Z'), 3)
measure('large, changed since 2020', large, where('SystemModstamp > 2020-01-01T00:00:00Z'), 1)
measure('large, changed lately, in order', large, `${where('SystemModstamp > 2026-05-20T00:00:00Z')} ORDER BY SystemModstamp`, 1)
measure('large, by name', large, where("Name LIKE '%9999'"), 1)
