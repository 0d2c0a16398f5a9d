import type { AttributeValue, SalesforceObject } from '../../contract/shared.ts'
import type { FieldSkip } from './plan-fields.ts'

/** One row in Pryzm's shapes. Relations and users still have to be resolved. */
export interface ConvertedRow {
  /** What Salesforce calls the record; null where it has no visible name. */
  name: string | null
  /** True for the contact of a person account: pulled without organization, never written back or pushed. */
  personAccount: boolean
  /** Values to set; null clears. */
  values: Record<string, AttributeValue>
  relations: { attribute: string; targetObject: SalesforceObject; salesforceId: string }[]
  /** Emails in lower case. */
  users: { attribute: string; email: string }[]
  skips: FieldSkip[]
}

/** A row before any field is converted. */
export function emptyRow(name: string | null = null, personAccount = false): ConvertedRow {
  return { name, personAccount, values: {}, relations: [], users: [], skips: [] }
}
