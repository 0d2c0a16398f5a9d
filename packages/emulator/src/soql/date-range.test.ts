import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateRange, type Calendar } from './date-range.ts'

// A Wednesday.
const calendar: Calendar = { today: '2026-05-20', fiscalStart: 1 }
const fiscal: Calendar = { today: '2026-05-20', fiscalStart: 4 }

describe('date literals', () => {
  it.each([
    ['TODAY', '2026-05-20', '2026-05-20'],
    ['yesterday', '2026-05-19', '2026-05-19'],
    ['TOMORROW', '2026-05-21', '2026-05-21'],
    ['LAST_WEEK', '2026-05-10', '2026-05-16'],
    ['THIS_WEEK', '2026-05-17', '2026-05-23'],
    ['NEXT_WEEK', '2026-05-24', '2026-05-30'],
    ['LAST_MONTH', '2026-04-01', '2026-04-30'],
    ['THIS_MONTH', '2026-05-01', '2026-05-31'],
    ['NEXT_MONTH', '2026-06-01', '2026-06-30'],
    ['LAST_90_DAYS', '2026-02-19', '2026-05-20'],
    ['NEXT_90_DAYS', '2026-05-21', '2026-08-18'],
    ['THIS_QUARTER', '2026-04-01', '2026-06-30'],
    ['LAST_QUARTER', '2026-01-01', '2026-03-31'],
    ['NEXT_QUARTER', '2026-07-01', '2026-09-30'],
    ['THIS_YEAR', '2026-01-01', '2026-12-31'],
    ['LAST_YEAR', '2025-01-01', '2025-12-31'],
    ['NEXT_YEAR', '2027-01-01', '2027-12-31'],
    ['THIS_FISCAL_QUARTER', '2026-04-01', '2026-06-30'],
    ['LAST_FISCAL_YEAR', '2025-01-01', '2025-12-31'],
    ['LAST_N_DAYS:3', '2026-05-17', '2026-05-20'],
    ['NEXT_N_DAYS:3', '2026-05-21', '2026-05-23'],
    ['N_DAYS_AGO:3', '2026-05-17', '2026-05-17'],
    ['LAST_N_WEEKS:2', '2026-05-03', '2026-05-16'],
    ['NEXT_N_WEEKS:2', '2026-05-24', '2026-06-06'],
    ['N_WEEKS_AGO:2', '2026-05-03', '2026-05-09'],
    ['LAST_N_MONTHS:5', '2025-12-01', '2026-04-30'],
    ['NEXT_N_MONTHS:1', '2026-06-01', '2026-06-30'],
    ['N_MONTHS_AGO:5', '2025-12-01', '2025-12-31'],
    ['LAST_N_QUARTERS:2', '2025-10-01', '2026-03-31'],
    ['N_QUARTERS_AGO:2', '2025-10-01', '2025-12-31'],
    ['LAST_N_YEARS:2', '2024-01-01', '2025-12-31'],
    ['N_YEARS_AGO:2', '2024-01-01', '2024-12-31'],
  ])('%s runs from %s to %s', (literal, first, last) => {
    expect(dateRange(literal, calendar)).toEqual([first, last])
  })

  it.each([
    ['THIS_FISCAL_YEAR', '2026-04-01', '2027-03-31'],
    ['LAST_FISCAL_QUARTER', '2026-01-01', '2026-03-31'],
    ['NEXT_FISCAL_QUARTER', '2026-07-01', '2026-09-30'],
    ['N_FISCAL_YEARS_AGO:1', '2025-04-01', '2026-03-31'],
    ['LAST_N_FISCAL_QUARTERS:4', '2025-04-01', '2026-03-31'],
    ['NEXT_N_FISCAL_YEARS:1', '2027-04-01', '2028-03-31'],
    ['N_FISCAL_QUARTERS_AGO:1', '2026-01-01', '2026-03-31'],
  ])('%s runs from %s to %s where the fiscal year starts in April', (literal, first, last) => {
    expect(dateRange(literal, fiscal)).toEqual([first, last])
  })

  it('follow one another without a gap, whatever day it is', () => {
    const units = constantFrom('WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR')
    assert(
      property(units, integer({ min: 0, max: 20_000 }), integer({ min: 1, max: 12 }), (unit, days, fiscalStart) => {
        const today = new Date(days * 86_400_000).toISOString().slice(0, 10)
        const of = (which: string) => dateRange(`${which}_${unit}`, { today, fiscalStart }) ?? ['', '']
        const [last, present, next] = [of('LAST'), of('THIS'), of('NEXT')]
        const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
        expect([dayAfter(last[1]), dayAfter(present[1])]).toEqual([present[0], next[0]])
        expect(present[0] <= today && today <= present[1]).toBe(true)
      }),
    )
  })

  it('are known by name, and no others', () => {
    for (const literal of ['LAST_FORTNIGHT', 'THIS_DAY', 'LAST_N_FORTNIGHTS:2', 'LAST_N_DAYS', 'NOW']) {
      expect(dateRange(literal, calendar)).toBeUndefined()
    }
  })
})
