import type { RunForecast } from '../contract/job.ts'
import type { SalesforceObject } from '../contract/shared.ts'

/** What a first full pull of 12,480 records would read, but for what is named; `linked` counts by object. */
export function buildForecast({
  linked = {},
  ...forecast
}: Partial<RunForecast> & { linked?: Partial<Record<SalesforceObject, number>> } = {}): RunForecast {
  return {
    objects: [
      { object: 'Account', label: 'Organizations', records: 3_480, linked: linked.Account ?? 0 },
      { object: 'Contact', label: 'People', records: 8_160, linked: linked.Contact ?? 0 },
      { object: 'Opportunity', label: 'Sales pipeline', records: 840, linked: linked.Opportunity ?? 0 },
    ],
    apiCalls: 87,
    apiUsage: { used: 1_204, limit: 100_000 },
    ...forecast,
  }
}
