import { expect, it } from 'vitest'
import { dateFunctions } from './date-function.ts'

it.each([
  ['CALENDAR_MONTH', 4],
  ['CALENDAR_QUARTER', 2],
  ['CALENDAR_YEAR', 2026],
  ['DAY_IN_MONTH', 10],
  ['DAY_IN_WEEK', 6],
  ['DAY_IN_YEAR', 100],
  ['DAY_ONLY', '2026-04-10'],
  ['FISCAL_MONTH', 1],
  ['FISCAL_QUARTER', 1],
  ['FISCAL_YEAR', 2027],
  ['HOUR_IN_DAY', 17],
  ['WEEK_IN_MONTH', 2],
  ['WEEK_IN_YEAR', 15],
])('%s of an afternoon in April, where the fiscal year starts in April, is %s', (name, expected) => {
  expect(dateFunctions[name]?.('2026-04-10T17:30:00.000Z', 4)).toBe(expected)
})
