import type { LiteralType } from '@jetstreamapp/soql-parser-js'
import type { Field } from '../org/objects/field.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { Value } from '../org/table.ts'
import { refusal } from '../wire/salesforce-error.ts'
import { pointingError } from './soql-error.ts'

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
}

const numeric: ReadonlySet<Field['type']> = new Set(['int', 'double', 'currency', 'percent'])

/** The value a literal stands for, in the form `field` is stored in. Throws Salesforce's error when the types differ. */
export function literalValue(soql: string, field: Field, literal: Literal): Value {
  if (literal.type === 'NULL') return null
  if (field.type === 'boolean' && literal.type === 'BOOLEAN') return literal.text.toLowerCase() === 'true'
  if (numeric.has(field.type) && (literal.type === 'INTEGER' || literal.type === 'DECIMAL')) return Number(literal.text)
  if (field.type === 'date' && literal.type === 'DATE') return literal.text
  if (field.type === 'datetime' && literal.type === 'DATETIME') return instantOf(literal.text)
  if (!typeWords[field.type] && literal.type === 'STRING') return idValue(field, unquote(literal.text))
  throw wrongType(soql, field, literal)
}

function wrongType(soql: string, field: Field, literal: Literal) {
  const word = typeWords[field.type]
  const sentence = word
    ? `value of filter criterion for field '${field.name}' must be of type ${word} and should not be enclosed in quotes`
    : `value of filter criterion for field '${field.name}' must be of type string and should be enclosed in quotes`
  return pointingError(
    'INVALID_FIELD',
    soql,
    field.name,
    literal.type === 'STRING' || !word ? sentence : sentence.replace(/ and .*/, ''),
  )
}

/** A datetime of a query as the org stores it. */
function instantOf(text: string): string {
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw refusal('MALFORMED_QUERY', `unexpected token: ${text}`)
  return moment.toISOString()
}

function idValue(field: Field, text: string): Value {
  if (field.type !== 'id' && field.type !== 'reference') return text
  const id = toId18(text)
  if (id === undefined && text !== '') throw refusal('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`)
  return id ?? null
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Takes off the quotes of a SOQL string and resolves its backslashes; `\_` and `\%` are left for LIKE. */
export function unquote(text: string): string {
  return text.replace(/^'|'$/g, '').replace(/\\([^_%])/g, (_, letter: string) => escapes[letter.toLowerCase()] ?? letter)
}

/** The first and the last moment of a day-wise date literal, as `YYYY-MM-DD`; undefined for literals it does not know. */
export function dateRange(literal: string, days: number, today: Date): readonly [string, string] | undefined {
  const day = (offset: number) => new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
  const ranges: Record<string, readonly [number, number]> = {
    YESTERDAY: [-1, -1],
    TODAY: [0, 0],
    TOMORROW: [1, 1],
    LAST_90_DAYS: [-90, 0],
    NEXT_90_DAYS: [1, 90],
    LAST_N_DAYS: [-days, 0],
    NEXT_N_DAYS: [1, days],
    N_DAYS_AGO: [-days, -days],
  }
  const range = ranges[literal]
  return range && [day(range[0]), day(range[1])]
}
