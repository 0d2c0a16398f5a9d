import type { Value } from '../table.ts'
import { asDate, asDateTime, momentOf } from './dates.ts'
import { plainFunction, requireCount, requireType, type FormulaFunction } from './formula-function.ts'

const part = (start: number, end: number) => plainFunction(['date'], 'number', (date: string) => Number(date.slice(start, end)))

/** What formulas do with days and moments, all in UTC. */
export const dateFunctions: Readonly<Record<string, FormulaFunction>> = {
  TODAY(name, given, now) {
    requireCount(name, given, 0)
    return { type: 'date', read: () => asDate(now().getTime()) }
  },
  NOW(name, given, now) {
    requireCount(name, given, 0)
    return { type: 'datetime', read: () => asDateTime(now().getTime()) }
  },
  YEAR: part(0, 4),
  MONTH: part(5, 7),
  DAY: part(8, 10),
  DATE: plainFunction(['number', 'number', 'number'], 'date', (year: number, month: number, day: number) => {
    const date = asDate(Date.UTC(year, month - 1, day))
    return date !== null && Number(date.slice(5, 7)) === month ? date : null
  }),
  DATEVALUE(name, given) {
    requireCount(name, given, 1)
    for (const moment of given) requireType(name, moment, 'datetime', 'date', 'text')
    return { type: 'date', read: (row) => dayIn(given[0]?.read(row) ?? null) }
  },
}

function dayIn(value: Value): Value {
  const text = String(value)
  return /^\d{4}-\d\d-\d\d(?:T|$)/.test(text) && !Number.isNaN(momentOf(text)) ? asDate(momentOf(text)) : null
}
