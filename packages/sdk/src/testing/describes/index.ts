import type { ObjectDescribe } from '../../contract/schema.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { accountDescribe } from './account.ts'
import { contactDescribe } from './contact.ts'
import { opportunityDescribe } from './opportunity.ts'

export { accountDescribe } from './account.ts'
export { contactDescribe } from './contact.ts'
export { opportunityDescribe } from './opportunity.ts'
export {
  addressCodeFields,
  addressFields,
  type FieldSketch,
  lookup,
  picklist,
  pryzmIdField,
  salesforceField,
} from './salesforce-field.ts'

/** The describes of a fresh org in which `Pryzm_ID__c` is set up. */
export const standardDescribes: Readonly<Record<SalesforceObject, ObjectDescribe>> = {
  Account: accountDescribe,
  Contact: contactDescribe,
  Opportunity: opportunityDescribe,
}
