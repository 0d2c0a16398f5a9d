import type { Org } from '../org/org.ts'
import { unusedLimits } from '../org/unused-limits.ts'
import type { App } from './app.ts'
import { requireView } from './describe.ts'

/** What the org allows in a day, and about how many records it has. Objects without records are left out of the counts. */
export function registerLimits(app: App, org: Org): void {
  app.get('/services/data/:version/limits', (c) => c.json(limits(org)))

  app.get('/services/data/:version/limits/recordCount', (c) => {
    const names = (c.req.query('sObjects') ?? 'Account,Contact,Opportunity').split(',').filter(Boolean)
    const counts = names.map((name) => {
      const { type } = requireView(org, c.var.caller.user, name)
      const { size, deleted } = org.table(type.name)
      return { count: size - deleted, name: type.name }
    })
    return c.json({ sObjects: counts.filter(({ count }) => count > 0) })
  })
}

interface Limit {
  Max: number
  Remaining: number
  CreateCustom?: Limit
}

/** Every limit by name, in alphabetical order as on the wire. */
function limits({ settings: { dailyApiRequests, bulk }, usage, queryJobs }: Org): Record<string, Limit> {
  const all: Record<string, Limit> = {
    ...Object.fromEntries(Object.entries(unusedLimits).map(([name, max]) => [name, limit(max, 0)])),
    DailyApiRequests: limit(dailyApiRequests, usage.used),
    DailyBulkV2QueryJobs: limit(bulk.dailyQueryJobs, queryJobs.madeInDay),
    PermissionSets: { ...limit(1500, 0), CreateCustom: limit(1000, 0) },
  }
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function limit(max: number, used: number): Limit {
  return { Max: max, Remaining: Math.max(0, max - used) }
}
