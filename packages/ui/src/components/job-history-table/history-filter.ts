import type { JobKind, JobState, SalesforceObject } from '@pryzm/salesforce-sdk'

/** Which jobs are listed; what is left out does not narrow. Plain text values, so that it fits into an address. */
export interface HistoryFilter {
  object?: SalesforceObject
  kind?: JobKind
  state?: JobState
  /** Id of the person who started it. */
  startedBy?: string
  /** Days as `YYYY-MM-DD` in the reader's time zone, both included. */
  from?: string
  to?: string
}

export type FilterName = keyof HistoryFilter

export const filterNames = ['kind', 'object', 'state', 'startedBy', 'from', 'to'] as const satisfies readonly FilterName[]

export function isFiltered(filter: HistoryFilter): boolean {
  return filterNames.some((name) => filter[name] !== undefined)
}

/** The filter with one part set, or taken out where `value` is empty. */
export function withFilter(filter: HistoryFilter, name: FilterName, value: string): HistoryFilter {
  const { [name]: _before, ...others } = filter
  return value === '' ? others : { ...others, [name]: value }
}

/** The filter as the server takes it: days as instants of the reader's time zone. */
export function toQuery({ from, to, ...rest }: HistoryFilter) {
  return {
    ...rest,
    ...(from !== undefined && { from: startOfDay(from, 0) }),
    ...(to !== undefined && { to: startOfDay(to, 1) }),
  }
}

/** The first instant of a day, so many days later. */
function startOfDay(day: string, later: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
