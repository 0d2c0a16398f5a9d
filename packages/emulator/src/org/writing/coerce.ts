import { JsonValueError } from '../../wire/json-value-error.ts'
import { writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'
import { isAddressCode } from '../addresses/address-codes.ts'
import type { Field, FieldType } from '../objects/field.ts'
import { roundTo } from '../round-to.ts'
import { toId18 } from '../salesforce-id.ts'
import type { Value } from '../table.ts'

const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]+$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?Z?$/

type Coercion = (field: Field, input: unknown) => Value

/** Turns a value of a request into what the org stores, or throws Salesforce's refusal of it. */
export function coerce(field: Field, input: unknown): Value {
  if (input === null || input === undefined || input === '') return field.type === 'boolean' ? false : null
  return coercions[field.type](field, input)
}

const plainText: Coercion = (field, input) => fitting(field, textOf(field, input))
const idText: Coercion = (field, input) => reference(field, textOf(field, input))

const coercions: Readonly<Record<FieldType, Coercion>> = {
  boolean,
  int: number,
  double: number,
  currency: number,
  percent: number,
  date,
  datetime,
  id: idText,
  reference: idText,
  email: (field, input) => email(field, textOf(field, input)),
  picklist: (field, input) => picklistValue(field, textOf(field, input)),
  multipicklist: (field, input) => multipicklist(field, textOf(field, input)),
  string: plainText,
  textarea: plainText,
  phone: plainText,
  url: plainText,
  encryptedstring: plainText,
  time,
  address: plainText,
  location: plainText,
}

function failJson(field: Field, input: unknown): never {
  const kind = typeof input === 'number' ? (Number.isInteger(input) ? 'NUMBER_INT' : 'NUMBER_FLOAT') : jsonKind(input)
  const sentence = `Cannot deserialize instance of ${wireType(field)} from VALUE_${kind} value ${String(input)} or request may be missing a required field`
  throw new JsonValueError(sentence, field.name)
}

function jsonKind(input: unknown): string {
  if (typeof input === 'boolean') return String(input).toUpperCase()
  return typeof input === 'string' ? 'STRING' : 'EMBEDDED_OBJECT'
}

function wireType(field: Field): string {
  return field.type === 'textarea' || field.type === 'picklist' ? 'string' : field.type
}

function textOf(field: Field, input: unknown): string {
  return typeof input === 'string' ? input.trim() : failJson(field, input)
}

function fitting(field: Field, text: string): Value {
  if (text.length > field.length) throw tooLong(field, text)
  return text || null
}

function tooLong(field: Field, text: string): SalesforceError {
  const message = `${field.label}: data value too large: ${text} (max length=${field.length})`
  return writeRefusal('STRING_TOO_LONG', message, [field.name])
}

function email(field: Field, text: string): Value {
  if (text.length > field.length) throw tooLong(field, text)
  if (text && !EMAIL.test(text)) {
    throw writeRefusal('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name])
  }
  return text.toLowerCase() || null
}

function picklistValue(field: Field, text: string): Value {
  if (text.length > field.length) throw tooLong(field, text)
  const known = field.picklistValues.find((option) => option.value.toLowerCase() === text.toLowerCase())
  if (text && field.restrictedPicklist && !known?.active && !isAddressCode(field)) throw badPicklistValue(field, text)
  return (known?.value ?? text) || null
}

function multipicklist(field: Field, text: string): Value {
  const known = new Map(field.picklistValues.map((option) => [option.value.toLowerCase(), option]))
  const given = text.split(';').map((value) => value.trim())
  const unknown = given.find((value) => value && !known.get(value.toLowerCase())?.active)
  if (unknown !== undefined && field.restrictedPicklist) throw badPicklistValue(field, unknown)
  const chosen = new Set(given.filter(Boolean).map((value) => known.get(value.toLowerCase())?.value ?? value))
  return fitting(field, [...chosen].join(';'))
}

/** The refusal of a value that a restricted picklist does not have. */
export function badPicklistValue(field: Field, text: string): SalesforceError {
  const message = `${field.label}: bad value for restricted picklist field: ${text}`
  return writeRefusal('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name])
}

/** JSON may hold numbers and checkboxes as texts, which Salesforce reads too. */
function boolean(field: Field, given: unknown): Value {
  if (given === 'true' || given === 'false') return given === 'true'
  return typeof given === 'boolean' ? given : failJson(field, given)
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/

function number(field: Field, given: unknown): Value {
  const input = typeof given === 'string' && NUMBER.test(given.trim()) ? Number(given) : given
  if (typeof input !== 'number') return failJson(field, given)
  if (field.type === 'int' && !Number.isInteger(input)) return failJson(field, input)
  const wholeDigits = field.type === 'int' ? field.digits : field.precision - field.scale
  const rounded = field.type === 'int' ? input : roundTo(input, field.scale)
  if (Math.abs(rounded) >= 10 ** wholeDigits) {
    const message = `${field.label}: value outside of valid range on numeric field: ${input}`
    throw writeRefusal('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name])
  }
  return rounded
}

function date(field: Field, input: unknown): Value {
  const text = textOf(field, input)
  const [, year, month, day] = DATE.exec(text) ?? []
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const real = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day)
  return real ? text : failJson(field, input)
}

function datetime(field: Field, input: unknown): Value {
  const text = textOf(field, input)
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (!DATETIME.test(text) || Number.isNaN(moment.getTime())) return failJson(field, input)
  return `${moment.toISOString().slice(0, 19)}.000Z`
}

function time(field: Field, input: unknown): Value {
  const [, hour, minute, second = '00', part = ''] = TIME.exec(textOf(field, input)) ?? []
  return hour === undefined ? failJson(field, input) : `${hour}:${minute}:${second}.${part.slice(0, 3).padEnd(3, '0')}Z`
}

function reference(field: Field, text: string): Value {
  const id = toId18(text)
  if (text && !id) throw malformedId(field, text)
  return id ?? null
}

/** The refusal of an id that is no id, or one of another object. */
export function malformedId(field: Field, text: string): SalesforceError {
  return writeRefusal('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, [field.name])
}
