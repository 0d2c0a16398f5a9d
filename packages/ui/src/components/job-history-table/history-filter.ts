import {
  type JobKind,
  type JobOrder,
  jobKinds,
  jobOrders,
  type JobState,
  jobStates,
  type SalesforceObject,
  salesforceObjects,
} from '@pryzm/salesforce-sdk'

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
  /** Newest first where it is left out. */
  order?: JobOrder
}

export type FilterName = Exclude<keyof HistoryFilter, 'order'>

export const filterNames = ['kind', 'object', 'state', 'startedBy', 'from', 'to'] as const satisfies readonly FilterName[]

export function isFiltered(filter: HistoryFilter): boolean {
  return filterNames.some((name) => filter[name] !== undefined)
}

/** The filter with one part set, or taken out where `value` is empty. */
export function withFilter(filter: HistoryFilter, name: keyof HistoryFilter, value: string): HistoryFilter {
  const { [name]: _before, ...others } = filter
  return value === '' ? others : { ...others, [name]: value }
}

/** The filter without what narrows it; the order stays. */
export function withoutFilters({ order }: HistoryFilter): HistoryFilter {
  return order === undefined ? {} : { order }
}

/** The filter that an address holds, as `historySearch` wrote it; what it does not know is left out. */
export function historyFilterOf(search: string | URLSearchParams): HistoryFilter {
  const asked = new URLSearchParams(search)
  const known = { kind: jobKinds, object: salesforceObjects, state: jobStates, order: jobOrders } as const
  const read = (name: keyof HistoryFilter): string => {
    const value = asked.get(name) ?? ''
    if (name in known) return (known[name as keyof typeof known] as readonly string[]).includes(value) ? value : ''
    return name === 'startedBy' || isDay(value) ? value : ''
  }
  return [...filterNames, 'order' as const].reduce<HistoryFilter>((filter, name) => withFilter(filter, name, read(name)), {})
}

/** The filter as the search of an address, such as `state=failed&order=longest`. */
export function historySearch(filter: HistoryFilter): string {
  return new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1])).toString()
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
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
