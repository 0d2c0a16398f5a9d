import { refusal, type SalesforceError } from '../wire/salesforce-error.ts'
import { maskedStrings } from './masked-strings.ts'

const APPEND_FIELD =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
const APPEND_OBJECT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
const APPEND_RELATIONSHIP =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
/** Salesforce quotes this many characters on either side of the place it points at, and the words they stand in. */
const AROUND = 30

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

/** A refusal of a condition, which points at the field in the WHERE clause. */
export function conditionError(errorCode: string, soql: string, written: string, sentence: string): SalesforceError {
  const where = Math.max(0, maskedStrings(soql).search(/\bwhere\b/i))
  const at = placeOf(soql, written, where) ?? placeOf(soql, written) ?? 0
  return errorAt(errorCode, soql, at, sentence)
}

/** An error with Salesforce's caret picture: a part of the query, a caret under `written`, and the sentence. */
function pointingError(errorCode: string, soql: string, written: string, sentence: string): SalesforceError {
  return errorAt(errorCode, soql, placeOf(soql, written) ?? 0, sentence)
}

/** An error whose caret stands under the character at `index`. */
export function errorAt(errorCode: string, soql: string, index: number, sentence: string): SalesforceError {
  const before = soql.slice(0, index).split('\n')
  const row = before.length
  const at = (before.at(-1) ?? '').length
  const { text, caret } = excerpt(soql.split('\n')[row - 1] ?? '', at)
  return refusal(errorCode, `\n${text}\n${' '.repeat(caret)}^\nERROR at Row:${row}:Column:${at + 1}\n${sentence}`)
}

function excerpt(line: string, at: number): { text: string; caret: number } {
  const isWord = (index: number) => /[\w.]/.test(line.charAt(index))
  let start = Math.max(0, at - AROUND)
  while (start > 0 && isWord(start) && isWord(start - 1)) start--
  while (start < at && /\s/.test(line.charAt(start))) start++
  let end = Math.min(line.length, at + AROUND)
  while (end < line.length && isWord(end)) end++
  return { text: line.slice(start, end).trimEnd(), caret: at - start }
}

/** Where a word stands, outside of strings and not as a part of another. */
function placeOf(soql: string, written: string, from = 0): number | undefined {
  const asWord = new RegExp(`(?<![\\w.])${written.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![\\w.])`, 'i')
  const found = maskedStrings(soql).slice(from).search(asWord)
  return found < 0 ? undefined : from + found
}
