import type { LiteralType } from '@jetstreamapp/soql-parser-js'
import type { Field } from '../org/objects/field.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { Value } from '../org/table.ts'
import { emulatorLimit, refusal } from '../wire/salesforce-error.ts'
import { conditionError } from './soql-error.ts'

/** How the literal of a condition is written in the query. */
export interface Literal {
  readonly text: string
  readonly type: LiteralType | undefined
}

const typeWords: Partial<Record<Field['type'], string>> = {
  boolean: 'boolean',
  int: 'int',
  double: 'double',
  currency: 'double',
  percent: 'double',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
}

const numeric: ReadonlySet<Field['type']> = new Set(['int', 'double', 'currency', 'percent'])

/** The value a literal stands for, in the form `field` is stored in. Throws Salesforce's error when the types differ. */
export function literalValue(soql: string, field: Field, literal: Literal): Value {
  if (literal.type === 'NULL') return null
  if (field.type === 'boolean' && literal.type === 'BOOLEAN') return literal.text.toLowerCase() === 'true'
  if (numeric.has(field.type) && (literal.type === 'INTEGER' || literal.type === 'DECIMAL')) return Number(literal.text)
  if (field.type === 'date' && literal.type === 'DATE') return literal.text
  if (field.type === 'datetime' && literal.type === 'DATETIME') return instantOf(literal.text)
  if (!typeWords[field.type] && literal.type === 'STRING') return idValue(soql, field, unquote(literal.text))
  if (literal.type?.endsWith('_WITH_CURRENCY_PREFIX')) throw emulatorLimit(`amounts with a currency such as ${literal.text}`)
  throw wrongType(soql, field)
}

function wrongType(soql: string, field: Field) {
  const word = typeWords[field.type]
  const sentence = word
    ? `value of filter criterion for field '${field.name}' must be of type ${word} and should not be enclosed in quotes`
    : `value of filter criterion for field '${field.name}' must be of type string and should be enclosed in quotes`
  return conditionError('INVALID_FIELD', soql, field.name, sentence)
}

/** A datetime of a query as the org stores it. */
function instantOf(text: string): string {
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw refusal('MALFORMED_QUERY', `unexpected token: ${text}`)
  return moment.toISOString()
}

function idValue(soql: string, field: Field, text: string): Value {
  if (field.type !== 'id' && field.type !== 'reference') return text
  const id = toId18(text)
  if (id === undefined && text !== '')
    throw conditionError('INVALID_QUERY_FILTER_OPERATOR', soql, field.name, `invalid ID field: ${text}`)
  return id ?? null
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' }

/** The text between the quotes of a SOQL string, its backslashes resolved. */
export function unquote(literal: string): string {
  return unescaped(between(literal))
}

/** What stands between the quotes of a SOQL string, as it is written. */
export function between(literal: string): string {
  return literal.replaceAll(/^'|'$/g, '')
}

/** Resolves the backslashes of a SOQL string; throws for one that stands before nothing it could mean. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (sequence, code: string | undefined, letter: string = '') => {
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
    if (letter === '_' || letter === '%') return letter
    const meant = escapes[letter.toLowerCase()]
    if (meant !== undefined) return meant
    const sentence = `Invalid string literal '${text}'. Illegal character sequence '${sequence}' in string literal.`
    throw refusal('MALFORMED_QUERY', sentence)
  })
}
