import {
  array,
  assert,
  boolean as anyBoolean,
  constant,
  constantFrom,
  letrec,
  option,
  property,
  record as recordOf,
  type Arbitrary,
} from 'fast-check'
import { expect, it } from 'vitest'
import { Org } from '../org/org.ts'
import { keyPrefix, salesforceId } from '../org/salesforce-id.ts'
import { defaultSettings } from '../org/settings.ts'
import type { Row, Value } from '../org/table.ts'
import type { Seed } from '../seeds/seed.ts'
import { tinySalesOrg } from '../seeds/tiny.ts'
import { compileQuery } from './compile-query.ts'
import { queryRows } from './run-query.ts'

/** A condition as it is written, and what it means, said in the plainest way. */
interface Condition {
  readonly written: string
  readonly holds: (row: Row) => boolean
}

const texts = ['Ann', 'ann', 'BOB', "O'Hara", '100%', null] as const
const amounts = [0, 1, 1.5, -2, 10, null] as const
const dates = ['2026-01-31', '2026-02-01', '2026-05-20', null] as const
const moments = ['2026-05-20T03:59:59.000Z', '2026-05-20T04:00:00.000Z', '2026-05-21T04:00:00.000Z'] as const
const ids = [0, 1, 2].map((number) => salesforceId(keyPrefix.Account, number))

const rows: Arbitrary<Row[]> = array(
  recordOf({
    Name: constantFrom(...texts),
    Amount: constantFrom(...amounts),
    CloseDate: constantFrom(...dates),
    CreatedDate: constantFrom(...moments),
    IsPrivate: anyBoolean(),
    AccountId: option(constantFrom(...ids)),
  }),
  { minLength: 1, maxLength: 8 },
)

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`\'`)}'`
const plain = (value: Value | undefined) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null))

function test(operator: string, value: Value, wanted: Value): boolean {
  if (operator === '=') return value === wanted
  if (operator === '!=') return value !== wanted
  if (value === null || wanted === null) return false
  const [less, same] = [value < wanted, value === wanted]
  return { '<': less, '<=': less || same, '>': !less && !same, '>=': !less }[operator] ?? false
}

function compared(field: string, values: readonly Value[], write: (value: string) => string, operators: readonly string[]) {
  return constantFrom(...operators).chain((operator) =>
    constantFrom(...values).map((wanted): Condition => {
      const written = wanted === null ? 'null' : write(String(wanted))
      return { written: `${field} ${operator} ${written}`, holds: (row) => test(operator, plain(row[field]), plain(wanted)) }
    }),
  )
}

function listed(field: string, values: readonly Value[], write: (value: string) => string) {
  return array(constantFrom(...values), { minLength: 1, maxLength: 3 }).chain((wanted) =>
    constantFrom('IN', 'NOT IN').map((operator): Condition => {
      const written = wanted.map((value) => (value === null ? 'null' : write(String(value)))).join(', ')
      const isListed = (row: Row) => wanted.some((value) => plain(value) === plain(row[field]))
      return { written: `${field} ${operator} (${written})`, holds: (row) => isListed(row) === (operator === 'IN') }
    }),
  )
}

const every = ['=', '!=', '<', '<=', '>', '>=']
const equality = ['=', '!=']
const asWritten = (value: string) => value
const today = (row: Row) =>
  String(row.CreatedDate) >= '2026-05-20T04:00:00.000Z' && String(row.CreatedDate) < '2026-05-21T04:00:00.000Z'

const { condition } = letrec<{ condition: Condition; leaf: Condition; not: Condition; joint: Condition }>((tie) => ({
  condition: tie('joint'),
  leaf: constantFrom<Arbitrary<Condition>[]>(
    compared('Name', texts, quoted, every),
    compared('Amount', amounts, asWritten, every),
    compared('CloseDate', dates, asWritten, every),
    compared('CreatedDate', moments, asWritten, every),
    compared('IsPrivate', [true, false], asWritten, equality),
    compared('AccountId', ids, quoted, equality),
    listed('Name', texts, quoted),
    listed('Amount', amounts, asWritten),
    listed('AccountId', ids, quoted),
    constant({ written: 'CreatedDate = TODAY', holds: today }),
    constant({ written: 'CreatedDate > TODAY', holds: (row) => String(row.CreatedDate) >= '2026-05-21T04:00:00.000Z' }),
    constant({
      written: "Name LIKE '%N%'",
      holds: (row) =>
        String(row.Name ?? '')
          .toLowerCase()
          .includes('n'),
    }),
    constant({
      written: 'CALENDAR_MONTH(CloseDate) = 2',
      holds: (row) => String(row.CloseDate ?? '').slice(5, 7) === '02',
    }),
  ).chain((leaf) => leaf),
  not: tie('leaf').map(({ written, holds }) => ({ written: `(NOT ${written})`, holds: (row) => !holds(row) })),
  joint: constantFrom('AND', 'OR').chain((word) =>
    array(
      constantFrom('leaf', 'leaf', 'not').chain((kind) => tie(kind === 'leaf' ? 'leaf' : 'not')),
      {
        minLength: 1,
        maxLength: 3,
      },
    ).chain((parts) =>
      option(tie('not')).map((more): Condition => {
        const both = more
          ? [
              ...parts,
              {
                written: `(${more.written} ${word === 'AND' ? 'OR' : 'AND'} ${parts[0]?.written})`,
                holds: (row: Row) =>
                  word === 'AND'
                    ? more.holds(row) || (parts[0]?.holds(row) ?? false)
                    : more.holds(row) && (parts[0]?.holds(row) ?? false),
              },
            ]
          : parts
        return {
          written: both.map((part) => part.written).join(` ${word} `),
          holds: (row) => (word === 'AND' ? both.every((part) => part.holds(row)) : both.some((part) => part.holds(row))),
        }
      }),
    ),
  ),
}))

function orgOf(cells: readonly Row[]): Org {
  const made = cells.map((row, index): Row => ({
    ...row,
    Id: salesforceId(keyPrefix.Opportunity, index),
    IsDeleted: false,
    SystemModstamp: row.CreatedDate ?? null,
  }))
  const row = (index: number) => made[index] ?? {}
  const opportunities = { prefix: keyPrefix.Opportunity, count: made.length, row }
  const seed: Seed = { ...tinySalesOrg, objects: { ...tinySalesOrg.objects, Opportunity: opportunities } }
  return new Org(seed, defaultSettings, () => new Date('2026-05-20T12:00:00Z'))
}

it('finds the rows that a condition, read word by word, holds for', () => {
  assert(
    property(rows, condition, (cells, { written, holds }) => {
      const org = orgOf(cells)
      const query = compileQuery(`SELECT Id FROM Opportunity WHERE ${written}`, org, org.administrator)
      const expected = [...org.table('Opportunity').rows()].filter(holds).map((row) => row.Id)
      expect([...queryRows(org, query)].map((row) => row.Id)).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
