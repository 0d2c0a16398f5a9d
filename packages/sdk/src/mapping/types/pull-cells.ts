import { both, exact, exactly, lossy, type TypeCells } from './type-cells.ts'

const only = {
  emails: lossy('Text that is not an email address is skipped.'),
  urls: lossy('Text that is not a web address is skipped.'),
  numbers: lossy('Text that is not a number is skipped.'),
  amounts: lossy('Text that is not a number is skipped, and amounts arrive without a currency.'),
  booleans: lossy('Text other than true or false is skipped.'),
  dates: lossy('Text that is not a date such as 2026-03-31 is skipped.'),
  instants: lossy('Text that is not a date and time with a zone is skipped.'),
  options: lossy('Values that match no option are skipped.'),
} as const

const noCurrency = lossy('The field holds no currency, so amounts arrive without one.')
const currencyLeft = lossy('The currency is left behind; only the amount goes over.')

/** Every value of Salesforce that is one text on the wire can be read as text. */
const asText = (sentence: string) => ({ text: exact(sentence), long_text: exact(sentence) })

const text = { text: exactly, long_text: exactly } as const
const plainDigits = asText('The text holds the number in plain digits, such as 1250000.5.')
const number = { number: exactly, percent: both.percent, currency: noCurrency, ...plainDigits } as const
const free = {
  ...text,
  phone: exactly,
  email: only.emails,
  url: only.urls,
  number: only.numbers,
  percent: only.numbers,
  currency: only.amounts,
  boolean: only.booleans,
  date: only.dates,
  datetime: only.instants,
  select: only.options,
  stage: only.options,
} as const
const itsId = asText('The text holds the ID with 18 characters.')
const itsValue = asText('The text holds the value itself (its API name), not its label.')

/** What a pull lets through: a field's values as an attribute's. */
export const pullCells: TypeCells = {
  id: itsId,
  string: free,
  textarea: free,
  boolean: { boolean: exactly, ...asText('The text is true or false.') },
  int: number,
  long: number,
  double: number,
  currency: { currency: exactly, number: currencyLeft, text: currencyLeft, long_text: currencyLeft },
  percent: { percent: exactly, number: both.percent, ...plainDigits },
  date: { date: exactly, ...asText('The text holds the date, such as 2026-03-31.') },
  datetime: { datetime: exactly, ...asText('The text holds the moment in UTC, such as 2026-03-31T10:00:00.000Z.') },
  time: asText('The text holds the time of day, such as 13:30:00.000Z.'),
  email: { email: exactly, ...text },
  phone: { phone: exactly, ...text },
  url: { url: exactly, ...text },
  picklist: { select: both.options, stage: both.options, multi_select: both.options, ...itsValue },
  multipicklist: {
    multi_select: both.options,
    select: both.one,
    ...asText('The text holds the chosen values (their API names), separated by semicolons.'),
  },
  combobox: { select: only.options, ...text },
  reference: { relation: both.link, user: both.user, ...itsId },
  address: { address: both.address },
  location: {},
  base64: {},
  encryptedstring: {},
  anyType: {},
  complexvalue: {},
  datacategorygroupreference: {},
}
