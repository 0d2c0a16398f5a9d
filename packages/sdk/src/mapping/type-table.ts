import type { AttributeType, SalesforceType } from '../contract/schema.ts'
import type { Way } from './effective-direction.ts'
import { attributeTypeWords, salesforceTypeWords } from './words.ts'

export type ConversionLevel = 'exact' | 'lossy' | 'no'

/** How well values of one type travel into another, and a sentence that says so. */
export interface Convertibility {
  level: ConversionLevel
  sentence: string
}

export const exactly: Convertibility = { level: 'exact', sentence: 'Values stay exactly as they are.' }

/** True for exact; a sentence for lossy: which values are skipped, or which part is left behind. */
type Cell = true | string
type Cells = Readonly<Record<SalesforceType, Partial<Record<AttributeType, Cell>>>>

const only = {
  emails: 'Text that is not an email address is skipped.',
  urls: 'Text that is not a web address is skipped.',
  numbers: 'Text that is not a number is skipped.',
  wholeNumbers: 'Numbers with a fraction are skipped.',
  booleans: 'Text other than true or false is skipped.',
  dates: 'Text that is not a date such as 2026-03-31 is skipped.',
  instants: 'Text that is not a date and time with a zone is skipped.',
  times: 'Text that is not a time such as 13:30:00 is skipped.',
  options: 'Values that match no option are skipped.',
  values: 'Text that is not one of the picklist values is skipped.',
  one: 'Records with several options chosen are skipped.',
  fitting: 'Texts longer than the field are skipped.',
} as const

const left = {
  noCurrency: 'The field holds no currency, so amounts arrive without one.',
  currency: 'The currency is left behind; only the amount goes over.',
  wholeAmount: 'The currency is left behind, and amounts with a fraction are skipped.',
  recordCurrency: "The number is taken as an amount in the record's own currency.",
} as const

const intoText = { text: true, long_text: true } as const
const numberIntoPryzm = { number: true, percent: true, currency: left.noCurrency, ...intoText } as const
const textIntoNumber = { text: only.numbers } as const

const pullCells: Cells = {
  id: intoText,
  string: {
    ...intoText,
    phone: true,
    email: only.emails,
    url: only.urls,
    number: only.numbers,
    percent: only.numbers,
    boolean: only.booleans,
    date: only.dates,
    datetime: only.instants,
    select: only.options,
    stage: only.options,
  },
  textarea: intoText,
  boolean: { boolean: true, ...intoText },
  int: numberIntoPryzm,
  long: numberIntoPryzm,
  double: numberIntoPryzm,
  currency: { currency: true, number: left.currency },
  percent: { percent: true, number: true, ...intoText },
  date: { date: true, ...intoText },
  datetime: { datetime: true, ...intoText },
  time: intoText,
  email: { email: true, ...intoText },
  phone: { phone: true, ...intoText },
  url: { url: true, ...intoText },
  picklist: { select: true, stage: true, multi_select: true, ...intoText },
  multipicklist: { multi_select: true, select: only.one, ...intoText },
  combobox: { select: only.options, ...intoText },
  reference: { relation: true, user: true, ...intoText },
  address: { address: true },
  location: {},
  base64: {},
  encryptedstring: {},
  anyType: {},
  complexvalue: {},
  datacategorygroupreference: {},
}

const pushCells: Cells = {
  id: {},
  string: {
    text: true,
    long_text: only.fitting,
    email: true,
    phone: true,
    url: true,
    number: true,
    percent: true,
    boolean: true,
    date: true,
    datetime: true,
    select: true,
    stage: true,
  },
  textarea: { ...intoText, email: true, phone: true, url: true },
  boolean: { boolean: true, text: only.booleans },
  int: { number: only.wholeNumbers, percent: only.wholeNumbers, currency: left.wholeAmount, ...textIntoNumber },
  long: { number: only.wholeNumbers, percent: only.wholeNumbers, currency: left.wholeAmount, ...textIntoNumber },
  double: { number: true, percent: true, currency: left.currency, ...textIntoNumber },
  currency: { currency: true, number: left.recordCurrency },
  percent: { percent: true, number: true, ...textIntoNumber },
  date: { date: true, text: only.dates },
  datetime: { datetime: true, text: only.instants },
  time: { text: only.times },
  email: { email: true, text: only.emails },
  phone: { phone: true, text: true },
  url: { url: true, text: true },
  picklist: { select: true, stage: true, multi_select: only.one, text: only.values },
  multipicklist: { multi_select: true, select: true, text: only.values },
  combobox: { select: true, text: true },
  reference: { relation: true, user: true },
  address: { address: true },
  location: {},
  base64: {},
  encryptedstring: {},
  anyType: {},
  complexvalue: {},
  datacategorygroupreference: {},
}

/** How well values of a Salesforce type and an attribute type travel one way, whatever the fields' own limits. */
export function convertibility(salesforceType: SalesforceType, attributeType: AttributeType, way: Way): Convertibility {
  const cell = (way === 'pull' ? pullCells : pushCells)[salesforceType][attributeType]
  if (cell === true) return exactly
  if (cell !== undefined) return { level: 'lossy', sentence: cell }
  return { level: 'no', sentence: refusal(salesforceType, attributeType, way) }
}

function refusal(salesforceType: SalesforceType, attributeType: AttributeType, way: Way): string {
  if (salesforceType === 'encryptedstring') return 'Encrypted fields arrive masked, so they do not sync.'
  if (salesforceType === 'location') return 'A geolocation does not sync as one value. Map its latitude and longitude as numbers.'
  if (isDateAgainstInstant(salesforceType, attributeType)) {
    return 'A date and a date with time do not convert into each other: the day would depend on a time zone.'
  }
  const field = salesforceTypeWords[salesforceType]
  const attribute = attributeTypeWords[attributeType]
  return way === 'pull'
    ? `A Salesforce ${field} field cannot fill a Pryzm ${attribute} attribute.`
    : `A Pryzm ${attribute} attribute cannot fill a Salesforce ${field} field.`
}

function isDateAgainstInstant(salesforceType: SalesforceType, attributeType: AttributeType): boolean {
  return (
    (salesforceType === 'date' && attributeType === 'datetime') || (salesforceType === 'datetime' && attributeType === 'date')
  )
}
