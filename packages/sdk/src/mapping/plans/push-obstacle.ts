import type { ObjectDescribe, SalesforceField } from '../../contract/schema.ts'
import { isPersonAccountField } from '../validation/person-account-field.ts'
import { PRYZM_ID_FIELD } from '../pryzm-id.ts'
import { isWritable } from './writable-field.ts'

/** Why no push may write a field, in a sentence; null where one may. */
export function pushObstacle(field: SalesforceField, describe: ObjectDescribe): string | null {
  if (field.name === PRYZM_ID_FIELD) return `${PRYZM_ID_FIELD} is kept by the integration itself. Its value can only be pulled.`
  if (isPersonAccountField(field, describe)) {
    return `${field.label} belongs to person accounts, and Salesforce refuses it on the Accounts of companies. Remove this pair.`
  }
  if (isWritable(field, describe.fields)) return null
  return `${field.label} is read-only in Salesforce${whyReadOnly(field)}. Its value can only be pulled.`
}

function whyReadOnly({ autoNumber, calculated, type }: SalesforceField): string {
  if (autoNumber) return ' (an auto number)'
  if (calculated) return ' (a formula or roll-up)'
  return type === 'address' ? ' in each of its parts' : ''
}
