import type { Row } from '../org/table.ts'
import { emulatorLimit } from '../wire/salesforce-error.ts'
import type { Column, QueryScope } from './column.ts'
import type { Predicate } from './conditions.ts'
import { dateRange } from './date-range.ts'
import { literalValue, type Literal } from './literal.ts'
import { startOfDay } from './time-zone.ts'
import { timeZoneOf, userCalendar } from './user-calendar.ts'

const DAY = 86_400_000

/** Whether a literal stands for days counted from the present one: `TODAY`, `LAST_N_DAYS:3`. */
export function isDateLiteral({ type }: Literal): boolean {
  return type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL'
}

/** Compares a field with a span of days: a day inside is equal to it, "greater" starts after its last one and "less" before its first. */
export function dateCondition(scope: QueryScope, column: Column, test: (order: number) => boolean, literal: Literal): Predicate {
  const range = dateRange(literal.text, userCalendar(scope.org, scope.user))
  if (!range || literal.text.includes(':-')) throw emulatorLimit(`the date literal ${literal.text}`)
  const { type } = column.field
  // Asked of a field without dates, a literal is of the wrong type.
  if (type !== 'date' && type !== 'datetime') literalValue(scope.soql, column.field, literal)
  const [first, last] = type === 'date' ? range : momentsOf(range, timeZoneOf(scope.user))
  const ofNull = test(1) && test(-1)
  return (row: Row) => {
    const value = column.read(row)
    if (typeof value !== 'string') return ofNull
    return test(value < first ? -1 : Number(value > last))
  }
}

/** The first and the last millisecond of a span of days, as datetimes are stored. */
function momentsOf([first, last]: readonly [string, string], zone: string): readonly [string, string] {
  const dayAfter = new Date(Date.parse(last) + DAY).toISOString().slice(0, 10)
  return [startOfDay(first, zone).toISOString(), new Date(startOfDay(dayAfter, zone).getTime() - 1).toISOString()]
}
