import { assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Org } from '../org/org.ts'
import { salesforceId } from '../org/salesforce-id.ts'
import { defaultSettings } from '../org/settings.ts'
import type { Row } from '../org/table.ts'
import { largeSalesOrg } from '../seeds/large.ts'
import { compileBulkQuery } from './compile-bulk-query.ts'
import { findResults, type QueryResults } from './query-results.ts'

const RECORDS = 2_500
const org = new Org(largeSalesOrg(RECORDS), defaultSettings, () => new Date('2026-07-01T08:00:00Z'))
const [user = {}] = org.table('User').rows()
org.table('Account').update(salesforceId('001', 1_234), { IsDeleted: true, SystemModstamp: '2026-06-30T08:00:00.000Z' })

const conditions = [
  '',
  'WHERE Industry = null',
  "WHERE Type = 'Prospect'",
  "WHERE Name = 'Nobody'",
  'ORDER BY Name',
  'WHERE Rating != null ORDER BY AnnualRevenue DESC',
  `WHERE Id = '${salesforceId('001', 77)}'`,
  'LIMIT 1500',
  "WHERE BillingCountry = 'USA' LIMIT 700",
  'ORDER BY CreatedDate LIMIT 10',
  `WHERE Id > '${salesforceId('001', 1_000)}' AND Id <= '${salesforceId('001', 2_000)}'`,
  `WHERE Id >= '${salesforceId('001', 1_500)}' LIMIT 90`,
  'WHERE SystemModstamp > 2024-01-01T00:00:00Z',
]

function search(soql: string, deletedToo: boolean, signal = new AbortController().signal): Promise<QueryResults> {
  const query = compileBulkQuery(soql, org, user, deletedToo)
  const snapshot = org.table('Account').snapshot()
  const found: number[] = []
  return findResults(query, { snapshot, candidates: query.candidates(), deletedToo }, (count) => found.push(count), signal)
}

const ids = (rows: Iterable<Row>) => Array.from(rows, ({ Id }) => Id)

describe('findResults', () => {
  it.each(conditions)('gives each row once, and the same rows from any place on as from the beginning: %s', async (condition) => {
    const results = await search(`SELECT Id FROM Account ${condition}`, false)
    const all = ids(results.rows(0))
    expect(all).toHaveLength(results.count)
    expect(new Set(all).size).toBe(all.length)
    assert(
      property(nat(RECORDS), (from) => {
        expect(ids(results.rows(from))).toEqual(all.slice(from))
      }),
      { numRuns: 10 },
    )
  })

  it('leaves deleted records out, unless they are asked for', async () => {
    expect((await search('SELECT Id FROM Account', false)).count).toBe(RECORDS - 1)
    expect((await search('SELECT Id FROM Account', true)).count).toBe(RECORDS)
  })

  it('gives others their turn while it searches, and stops when told', async () => {
    const controller = new AbortController()
    const searching = search("SELECT Id FROM Account WHERE Name LIKE '%7%'", false, controller.signal)
    controller.abort(new Error('Stopped.'))
    await expect(searching).rejects.toThrow('Stopped.')
  })
})
