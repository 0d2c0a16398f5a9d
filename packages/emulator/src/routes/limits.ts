import type { Org } from '../org/org.ts'
import type { App } from './app.ts'
import { requireView } from './describe.ts'

/** What the org allows in a day, and about how many records it has. */
export function registerLimits(app: App, org: Org): void {
  app.get('/services/data/:version/limits', (c) => c.json(limits(org)))

  app.get('/services/data/:version/limits/recordCount', (c) => {
    const names = (c.req.query('sObjects') ?? 'Account,Contact,Opportunity').split(',').filter(Boolean)
    const counts = names.map((name) => {
      const { type } = requireView(org, c.var.caller.user, name)
      const { size, deleted } = org.table(type.name)
      return { count: size - deleted, name: type.name }
    })
    return c.json({ sObjects: counts })
  })
}

function limits(org: Org): Record<string, { Max: number; Remaining: number }> {
  const { dailyApiRequests, bulk } = org.settings
  return {
    DailyApiRequests: { Max: dailyApiRequests, Remaining: Math.max(0, dailyApiRequests - org.usage.used) },
    DailyBulkV2QueryJobs: { Max: bulk.dailyQueryJobs, Remaining: Math.max(0, bulk.dailyQueryJobs - org.queryJobs.madeInDay) },
    ...Object.fromEntries(Object.entries(untouched).map(([name, max]) => [name, { Max: max, Remaining: max }])),
  }
}

/** Limits that nothing in the emulator uses up. */
const untouched = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 390,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  SingleEmail: 15,
}
