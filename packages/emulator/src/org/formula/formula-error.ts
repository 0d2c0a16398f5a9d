import { writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'
import { typeName, type Expression } from './expression.ts'

/** The refusal of a formula that is wrong, with the sentence a real org gives the person who writes it. */
export function formulaError(sentence: string): SalesforceError {
  return writeRefusal('FIELD_INTEGRITY_EXCEPTION', sentence)
}

/** The refusal of a part that has another type than the function or operator takes. */
export function wrongParameter(where: string, expected: string, received: Expression): SalesforceError {
  if (received.type === 'picklist' && received.field !== undefined) {
    return formulaError(`Field ${received.field} is a picklist field. Picklist fields are only supported in certain functions.`)
  }
  return formulaError(`Incorrect parameter type for ${where}. Expected ${expected}, received ${typeName(received.type)}`)
}
