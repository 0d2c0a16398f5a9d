import { writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'

/** The refusal of what nobody can do to a person account or its contact. Only its code is Salesforce's. */
export function personOperation(message: string, fields: string[] = []): SalesforceError {
  return writeRefusal('INVALID_PERSON_ACCOUNT_OPERATION', message, fields)
}
