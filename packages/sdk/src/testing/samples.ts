import type { AttributeValue, SalesforceObject } from '../contract/shared.ts'
import type { ReadBack } from '../mapping/plans/field-kept.ts'

/** Records to preview with: a record of either side, with its counterpart where they are linked. */
export interface ScenarioSample {
  object: SalesforceObject
  /** What Salesforce holds by field name; null where it has no such record. */
  salesforce: { id: string; name: string; held: ReadBack } | null
  /** What Pryzm holds; null where it has no such record. */
  pryzm: { id: string; name: string; values: Record<string, AttributeValue> } | null
  /** True where the record changed in Salesforce since the last sync. */
  changedThere: boolean
}

/** A user of both sides, matched by email. */
export interface ScenarioUser {
  id: string
  salesforceId: string
  email: string
}
