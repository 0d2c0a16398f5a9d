import { refusal, type SalesforceError } from '../wire/salesforce-error.ts'

const APPEND_FIELD =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
const APPEND_OBJECT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
const APPEND_RELATIONSHIP =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."

export function noSuchColumn(soql: string, written: string, column: string, entity: string): SalesforceError {
  return pointingError('INVALID_FIELD', soql, written, `No such column '${column}' on entity '${entity}'. ${APPEND_FIELD}`)
}

export function noSuchObject(soql: string, name: string): SalesforceError {
  return pointingError('INVALID_TYPE', soql, name, `sObject type '${name}' is not supported. ${APPEND_OBJECT}`)
}

export function noSuchRelationship(soql: string, written: string, relationship: string): SalesforceError {
  return pointingError(
    'INVALID_FIELD',
    soql,
    written,
    `Didn't understand relationship '${relationship}' in field path. ${APPEND_RELATIONSHIP}`,
  )
}

/** The refusal of a query for children through a relationship that the object does not have. */
export function noSuchChildren(soql: string, relationship: string): SalesforceError {
  return pointingError(
    'INVALID_TYPE',
    soql,
    relationship,
    `Didn't understand relationship '${relationship}' in FROM part of query call. ${APPEND_RELATIONSHIP}`,
  )
}

/** An error with Salesforce's caret picture: the line of the query, a caret under `written`, and the sentence. */
export function pointingError(errorCode: string, soql: string, written: string, sentence: string): SalesforceError {
  const { row, column, line } = locate(soql, written)
  const picture = `\n${line}\n${' '.repeat(column - 1)}^\nERROR at Row:${row}:Column:${column}\n`
  return refusal(errorCode, picture + sentence)
}

function locate(soql: string, written: string): { row: number; column: number; line: string } {
  const asWord = new RegExp(`(?<![\\w.])${written.replaceAll(/[^\w]/g, '\\$&')}(?![\\w.])`, 'i')
  const index = Math.max(0, soql.search(asWord))
  const before = soql.slice(0, index).split('\n')
  const row = before.length
  return { row, column: (before.at(-1) ?? '').length + 1, line: soql.split('\n')[row - 1] ?? '' }
}
