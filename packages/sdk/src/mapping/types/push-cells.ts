import { both, exact, exactly, lossy, type TypeCells } from './type-cells.ts'

const only = {
  emails: lossy('Text that is not an email address is skipped; Salesforce keeps addresses in lower case.'),
  numbers: lossy('Text that is not a number is skipped; zeros that a number does not need are left behind.'),
  amounts: lossy("Text that is not a number is skipped; a number is taken as an amount in the record's own currency."),
  booleans: lossy('Text other than true or false is skipped.'),
  dates: lossy('Text that is not a date such as 2026-03-31 is skipped.'),
  instants: lossy('Text that is not a date and time with a zone is skipped; Salesforce keeps the moment in UTC.'),
  times: lossy('Text that is not a time such as 13:30:00 is skipped; Salesforce keeps it as 13:30:00.000Z.'),
  values: lossy('Text that is neither a picklist value nor the label of just one is skipped; a label goes over as its value.'),
  fitting: lossy('Texts longer than the field are skipped.'),
} as const

const currencyLeft = lossy('The currency is left behind; only the amount goes over.')
const wholeAmount = lossy('The currency is left behind, and amounts with a fraction are skipped.')
const recordCurrency = lossy("The number is taken as an amount in the record's own currency.")
const email = exact('Values stay as they are; Salesforce keeps email addresses in lower case, which counts as the same.')
const digits = exact('The text holds the number in plain digits, such as 1250000.5.')
const label = exact("The text holds the option's label, or what the option map names instead.")

const whole = {
  number: both.wholeNumbers,
  percent: both.wholeNumbers,
  currency: wholeAmount,
  text: only.numbers,
} as const

const free = {
  text: exactly,
  email: exactly,
  phone: exactly,
  url: exactly,
  number: digits,
  percent: digits,
  currency: currencyLeft,
  boolean: exact('The text is true or false.'),
  date: exact('The text holds the date, such as 2026-03-31.'),
  datetime: exact('The text holds the moment in UTC, such as 2026-03-31T10:00:00.000Z.'),
  select: label,
  stage: label,
} as const

/** What a push lets through: an attribute's values as a field's. */
export const pushCells: TypeCells = {
  id: {},
  string: { ...free, long_text: only.fitting },
  textarea: { ...free, long_text: exactly },
  boolean: { boolean: exactly, text: only.booleans },
  int: whole,
  long: whole,
  double: { number: exactly, percent: both.percent, currency: currencyLeft, text: only.numbers },
  currency: { currency: exactly, number: recordCurrency, text: only.amounts },
  percent: { percent: exactly, number: both.percent, text: only.numbers },
  date: { date: exactly, text: only.dates },
  datetime: { datetime: exactly, text: only.instants },
  time: { text: only.times },
  email: { email, text: only.emails },
  phone: { phone: exactly, text: exactly },
  url: { url: exactly, text: exactly },
  picklist: { select: both.options, stage: both.options, multi_select: both.one, text: only.values },
  multipicklist: { multi_select: both.options, select: both.options, text: only.values },
  combobox: { select: both.options, text: exactly },
  reference: { relation: both.link, user: both.user },
  address: { address: both.address },
  location: {},
  base64: {},
  encryptedstring: {},
  anyType: {},
  complexvalue: {},
  datacategorygroupreference: {},
}
