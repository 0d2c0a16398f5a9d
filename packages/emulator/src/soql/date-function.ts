/** A part of a date, read from `YYYY-MM-DD` or `YYYY-MM-DDTHH…`. */
export type DatePart = (date: string, fiscalStart: number) => string | number

const DAY = 86_400_000
const year = (date: string) => Number(date.slice(0, 4))
const month = (date: string) => Number(date.slice(5, 7))
const dayOfMonth = (date: string) => Number(date.slice(8, 10))
const midnight = (date: string) => Date.parse(date.slice(0, 10))
const dayOfYear = (date: string) => (midnight(date) - Date.UTC(year(date), 0, 1)) / DAY + 1
const fiscalMonth = (date: string, start: number) => ((month(date) - start + 12) % 12) + 1

/** SOQL's date functions. The first weeks of a month and of a year are their first seven days. */
export const dateFunctions: Readonly<Record<string, DatePart>> = {
  CALENDAR_MONTH: month,
  CALENDAR_QUARTER: (date) => Math.ceil(month(date) / 3),
  CALENDAR_YEAR: year,
  DAY_IN_MONTH: dayOfMonth,
  DAY_IN_WEEK: (date) => new Date(midnight(date)).getUTCDay() + 1,
  DAY_IN_YEAR: dayOfYear,
  DAY_ONLY: (date) => date.slice(0, 10),
  FISCAL_MONTH: fiscalMonth,
  FISCAL_QUARTER: (date, start) => Math.ceil(fiscalMonth(date, start) / 3),
  // A fiscal year that spans two is named after the one it ends in.
  FISCAL_YEAR: (date, start) => year(date) + Number(start > 1 && month(date) >= start),
  HOUR_IN_DAY: (date) => Number(date.slice(11, 13)),
  WEEK_IN_MONTH: (date) => Math.ceil(dayOfMonth(date) / 7),
  WEEK_IN_YEAR: (date) => Math.ceil(dayOfYear(date) / 7),
}

/** The functions that take a datetime and no date. */
export const needsTime: ReadonlySet<string> = new Set(['DAY_ONLY', 'HOUR_IN_DAY'])
