import { SyncError } from '@pryzm/salesforce-sdk/contract'

/** What Salesforce answers; null where this user may not look. */
export async function ifVisible<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SyncError && ['salesforce_refused', 'not_found'].includes(error.code)) return null
    throw error
  }
}
