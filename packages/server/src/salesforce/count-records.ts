import { type SalesforceObject, SyncError } from '@pryzm/salesforce-sdk/contract'
import { isJsonObject } from './json-object.ts'
import type { Session } from './session.ts'

/** How many records the user sees; null where Salesforce gives up counting, as it may from some millions on. */
export async function countRecords(session: Session, object: SalesforceObject, condition: string | null): Promise<number | null> {
  const soql = `SELECT COUNT() FROM ${object}${condition === null ? '' : ` WHERE ${condition}`}`
  try {
    const { body } = await session.exact({ method: 'GET', url: `/query?q=${encodeURIComponent(soql)}` })
    const total = isJsonObject(body) ? Number(body['totalSize']) : Number.NaN
    return Number.isSafeInteger(total) ? total : null
  } catch (error) {
    if (error instanceof SyncError && error.details.salesforceCode === 'QUERY_TIMEOUT') return null
    throw error
  }
}
