import type { SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import type { Unfit } from '../values/unfit.ts'

/** What a push sends, by field name: numbers as JSON numbers where no digit is lost. */
export type PushBody = Record<string, string | number | boolean | null>

/** What a push knows besides the record itself. */
export interface PushContext {
  /** True where the record is new to Salesforce. */
  creating: boolean
  /** The Salesforce id that a related record is linked to. */
  relatedSalesforceId(attribute: string, recordId: string): string | undefined
  /** The one active standard user of Salesforce with the email of this user of Pryzm. */
  userSalesforceId(attribute: string, userId: string): string | undefined
  /** Whether this attribute of this link was synced before with a value. */
  syncedBefore(attribute: string): boolean
  /** The currency that the record has in Salesforce; left out where it was not read or the org has one currency. */
  currency?: string | null
}

/** What one attribute adds to a body; `written` is what the attributes before it added. */
export type PushStep = (value: AttributeValue, context: PushContext, written: Readonly<PushBody>) => PushBody | Unfit

/** The fields behind one attribute, and how a value that is not blank goes into them. */
export interface PushTarget {
  /** Fields that a blank clears. */
  fields: readonly SalesforceField[]
  /** Fields that values go into, one of them at least. */
  into: readonly SalesforceField[]
  /** Fields that tell after the write what Salesforce holds. */
  readBack: readonly SalesforceField[]
  write: PushStep
}
