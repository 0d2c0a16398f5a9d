/** The first and the last day that a date literal stands for, as `YYYY-MM-DD`. */
export type DateRange = readonly [first: string, last: string]

/** What a date literal is counted from. */
export interface Calendar {
  /** The present day of the user, `YYYY-MM-DD`. */
  readonly today: string
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalStart: number
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR'

const months: Partial<Record<Unit, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12, FISCAL_QUARTER: 3, FISCAL_YEAR: 12 }
const single: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 }

/** The days of a literal such as `TODAY`, `LAST_FISCAL_QUARTER` or `LAST_N_DAYS:3`; undefined where there is no such literal. */
export function dateRange(literal: string, calendar: Calendar): DateRange | undefined {
  const [word = '', count] = literal.toUpperCase().split(':')
  const day = single[word]
  if (day !== undefined) return unitRange('DAY', day, day, calendar)
  const days90 = /^(LAST|NEXT)_90_DAYS$/.exec(word)
  if (days90) return counted(String(days90[1]), 'DAY', 90, calendar)
  const counting = /^(LAST|NEXT)_N_(.+)S$/.exec(word) ?? /^N_(.+)S_(AGO)$/.exec(word)
  if (counting && count !== undefined) return countedLiteral(counting.slice(1), Number(count), calendar)
  const [, which, unit] = /^(LAST|THIS|NEXT)_(.+)$/.exec(word) ?? []
  const at = which === 'THIS' ? 0 : which === 'NEXT' ? 1 : -1
  return which !== undefined && isUnit(unit) && unit !== 'DAY' ? unitRange(unit, at, at, calendar) : undefined
}

function countedLiteral(words: readonly string[], count: number, calendar: Calendar): DateRange | undefined {
  const ago = words[1] === 'AGO'
  const unit = ago ? words[0] : words[1]
  if (!isUnit(unit)) return undefined
  return ago ? unitRange(unit, -count, -count, calendar) : counted(String(words[0]), unit, count, calendar)
}

/** The last `count` days include the present one; of longer units only whole ones before the present one count. */
function counted(which: string, unit: Unit, count: number, calendar: Calendar): DateRange {
  if (which === 'NEXT') return unitRange(unit, 1, count, calendar)
  return unitRange(unit, -count, unit === 'DAY' ? 0 : -1, calendar)
}

function isUnit(word: string | undefined): word is Unit {
  return word === 'DAY' || word === 'WEEK' || (word !== undefined && word in months)
}

/** From the start of one unit to the end of another, both counted from the present one. */
function unitRange(unit: Unit, first: number, last: number, calendar: Calendar): DateRange {
  return [unitStart(unit, first, calendar), addDays(unitStart(unit, last + 1, calendar), -1)]
}

function unitStart(unit: Unit, offset: number, { today, fiscalStart }: Calendar): string {
  if (unit === 'DAY') return addDays(today, offset)
  // Weeks begin on Sunday, as they do for the locale of every user of the seeds.
  if (unit === 'WEEK') return addDays(today, 7 * offset - new Date(today).getUTCDay())
  const length = months[unit] ?? 1
  const shift = unit.startsWith('FISCAL') ? fiscalStart - 1 : 0
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - shift
  const start = (Math.floor(month / length) + offset) * length + shift
  return new Date(Date.UTC(Math.floor(start / 12), start % 12, 1)).toISOString().slice(0, 10)
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
