import * as fc from 'fast-check'
import type { Attribute, SalesforceField } from '../src/contract/schema.ts'
import type { AttributeValue } from '../src/contract/shared.ts'
import { anyName } from './any-attribute.ts'

export const salesforceId = '001D000000IRFmaIAH'

const anyText = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  anyName,
  fc.array(anyName, { minLength: 2, maxLength: 3 }).map((names) => names.join(';')),
  fc.constantFrom(
    '"',
    ',',
    'a\nb',
    'a\r\nb',
    '#N/A',
    'null',
    '=1+1',
    '\u0000',
    '💥'.repeat(130),
    ' x ',
    '',
    ' ',
    '\u00a0',
    '007',
    '1,000',
  ),
  fc.constantFrom(
    'true',
    'FALSE',
    '12.50',
    '1E3',
    '2026-03-31',
    '2026-03-31T10:00:00+02:00',
    '13:30',
    'ada@acme.example',
    'acme.example',
  ),
)

/** Decimal text as people, hosts and Salesforce's Java write it. */
const anyDecimal = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
  fc.stringMatching(/^-?\d{1,14}\.\d{1,8}$/),
  fc.stringMatching(/^-?\d\.\d{1,9}E-?\d{1,2}$/),
)

export const anyDay = fc.date({ min: new Date('1700-12-31'), max: new Date('3999-12-31'), noInvalidDate: true })
const dayText = anyDay.map((date) => date.toISOString().slice(0, 10))

/** An instant as hosts may write it: in UTC or in a zone. */
const instantText = fc.tuple(anyDay, fc.integer({ min: -12 * 60, max: 14 * 60 })).map(([date, offset]) => {
  if (offset % 3 === 0) return date.toISOString()
  const wallClock = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const minutes = Math.abs(offset)
  const zone = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return `${wallClock}${offset < 0 ? '-' : '+'}${zone}`
})

const emails = fc.oneof(fc.emailAddress(), fc.constantFrom('ada@acme.example', 'Ada.L@Acme.example'))
const urls = fc.oneof(fc.webUrl(), fc.constantFrom('acme.example', 'https://acme.example/a?b#c'))
const addressText = fc.option(
  fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('DE', 'Germany', 'BY', 'Bavaria', 'US', ' CA ')),
  {
    nil: null,
  },
)

/** Values in the shape that the attribute promises, never blank. */
export function wellFormedValue(attribute: Attribute): fc.Arbitrary<AttributeValue> {
  const ids = (attribute.options ?? []).map(({ id }) => id)
  switch (attribute.type) {
    case 'number':
    case 'percent':
      return anyDecimal
    case 'currency':
      return fc.record({ amount: anyDecimal, currency: fc.constantFrom('EUR', 'USD', 'CHF', null) })
    case 'boolean':
      return fc.boolean()
    case 'date':
      return dayText
    case 'datetime':
      return instantText
    case 'select':
    case 'stage':
      return fc.constantFrom(...ids)
    case 'multi_select':
      return fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
    case 'email':
      return emails
    case 'url':
      return urls
    case 'address':
      return fc
        .record({ street: addressText, city: addressText, state: addressText, postalCode: addressText, country: addressText })
        .filter((address) => Object.values(address).some((part) => part?.trim()))
    case 'relation':
    case 'user':
      return fc.uuid()
    default:
      return anyText.filter((text) => text.trim() !== '')
  }
}

/** Cells as Bulk results hold them for a field, never blank. */
export function wellFormedCell(field: SalesforceField): fc.Arbitrary<string> {
  const values = field.picklistValues.map(({ value }) => value)
  switch (field.type) {
    case 'int':
    case 'long':
      return fc.integer().map(String)
    case 'double':
    case 'currency':
    case 'percent':
      return anyDecimal
    case 'boolean':
      return fc.constantFrom('true', 'false')
    case 'date':
      return dayText
    case 'datetime':
      return anyDay.map((date) => date.toISOString())
    case 'time':
      return anyDay.map((date) => date.toISOString().slice(11))
    case 'email':
      return emails.map((email) => email.toLowerCase())
    case 'id':
    case 'reference':
      return fc.constantFrom(salesforceId, '001D000000IRFma')
    case 'picklist':
      return fc.oneof(fc.constantFrom(...values, 'unknown'), anyText).filter(isFilled)
    case 'multipicklist':
      return fc.uniqueArray(fc.constantFrom(...values, 'unknown'), { minLength: 1 }).map((chosen) => chosen.join(';'))
    default:
      return anyText.map((text) => text.trim()).filter(isFilled)
  }
}

function isFilled(text: string): boolean {
  return text.trim() !== ''
}

/** Whatever a host, or an org, might hand over instead. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
  anyText,
  anyDecimal,
  fc.array(anyName, { maxLength: 4 }),
  fc.record({ amount: fc.oneof(anyDecimal, anyText), currency: fc.constantFrom('EUR', 'usd', '', null, undefined) }),
  fc.record({ street: anyText, city: fc.constantFrom(null, undefined, 'Bonn'), country: anyText }),
  fc.constantFrom(
    { amount: 12, currency: 'EUR' },
    { amount: null },
    { street: 7, city: [], state: {} },
    [1, null, {}],
    Number.NaN,
    '__proto__',
    'constructor',
    '9'.repeat(1000),
    `http://${'a'.repeat(1000)}`,
  ),
)

export const hostileCell = fc.oneof(
  anyText,
  anyDecimal,
  fc.constantFrom(
    '__proto__',
    'constructor',
    '2026-02-31',
    '1E9999',
    'TRUE',
    '\u202e',
    '\ud800',
    ';',
    'Hot;',
    ';;Hot',
    '9'.repeat(1000),
  ),
)
