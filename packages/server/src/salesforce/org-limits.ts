import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Session } from './session.ts'

/** API calls of the last 24 hours and how many the org may make. */
export async function orgLimits(session: Session): Promise<{ used: number; limit: number }> {
  const { DailyApiRequests: calls } = await session.request((connection) => connection.limits())
  if (calls === undefined) throw new SyncError('salesforce_refused', 'Salesforce does not tell how many API calls are left.')
  return { used: calls.Max - calls.Remaining, limit: calls.Max }
}
