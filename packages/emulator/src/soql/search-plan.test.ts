import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { Org } from '../org/org.ts'
import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import { defaultSettings } from '../org/settings.ts'
import { largeSalesOrg } from '../seeds/large.ts'
import { compileQuery } from './compile-query.ts'
import { openResult } from './query-result.ts'
import { countRows, queryRows } from './run-query.ts'

const RECORDS = 300
const idOf = (number: number) => salesforceId(keyPrefix.Account, number)

/** Seed rows, some of them changed or deleted, and records made later. */
function orgWithChanges(): Org {
  const org = new Org(largeSalesOrg(RECORDS), defaultSettings, () => new Date('2026-07-01T08:00:00Z'))
  const table = org.table('Account')
  table.update(idOf(20), { SystemModstamp: '2026-06-30T00:00:00.000Z' })
  table.update(idOf(21), { IsDeleted: true, SystemModstamp: '2026-06-30T00:00:00.000Z' })
  for (const number of [400, 500]) {
    const moment = '2026-06-30T00:00:00.000Z'
    table.insert({
      Id: idOf(number),
      IsDeleted: number === 500,
      Name: `Late ${number}`,
      SystemModstamp: moment,
      CreatedDate: moment,
    })
  }
  return org
}

const org = orgWithChanges()
const idCondition = tuple(constantFrom('<', '<=', '>', '>='), nat(600)).map(
  ([operator, number]) => `Id ${operator} '${idOf(number)}'`,
)
const timeCondition = tuple(
  constantFrom('SystemModstamp', 'CreatedDate'),
  constantFrom('<', '>=', '='),
  constantFrom('2018-01-01T00:00:00Z', '2024-06-01T00:00:00Z', '2026-06-30T00:00:00Z', 'LAST_N_YEARS:3'),
).map((parts) => parts.join(' '))
const other = constantFrom("Name LIKE '%1%'", 'IsDeleted = false', 'OwnerId != null')

it('finds what looking at every record finds, and counts it', () => {
  assert(
    property(
      array(
        constantFrom(idCondition, timeCondition, other).chain((one) => one),
        { minLength: 1, maxLength: 3 },
      ),
      constantFrom(true, false),
      (parts, deletedToo) => {
        const query = compileQuery(`SELECT Id FROM Account WHERE ${parts.join(' AND ')}`, org, org.administrator, { deletedToo })
        const expected = [...org.table('Account').rows()].filter(query.matches).map((row) => row.Id)
        expect([...queryRows(org, query)].map((row) => row.Id)).toEqual(expected)
        expect(countRows(org, query)).toBe(expected.length)
      },
    ),
    { numRuns: 400 },
  )
})

it('reads later pages of a span from a snapshot', () => {
  const big = new Org(largeSalesOrg(200_000), defaultSettings, () => new Date('2026-07-01T08:00:00Z'))
  const result = openResult(big, compileQuery(`SELECT Id FROM Account WHERE Id > '${idOf(99_999)}'`, big, big.administrator))
  expect(result.total).toBe(100_000)
  expect(result.page(2_000, 2).map((row) => row.Id)).toEqual([idOf(102_000), idOf(102_001)])
  expect(result.page(99_999, 10).map((row) => row.Id)).toEqual([idOf(199_999)])
  result.release()
})
