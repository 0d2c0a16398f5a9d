import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import type { Calendar } from './date-range.ts'
import { wallTime } from './time-zone.ts'

/** The time zone in which a user's days begin and end. */
export function timeZoneOf(user: Row): string {
  return typeof user.TimeZoneSidKey === 'string' ? user.TimeZoneSidKey : 'UTC'
}

/** What day it is for a user, and when the org's fiscal year starts. */
export function userCalendar(org: Org, user: Row): Calendar {
  return { today: wallTime(org.clock(), timeZoneOf(user)).slice(0, 10), fiscalStart: fiscalStartOf(org) }
}

/** The month in which the org's fiscal year starts, 1 to 12. */
export function fiscalStartOf(org: Org): number {
  return Number(org.organization.FiscalYearStartMonth ?? 1)
}
