import * as fc from 'fast-check'
import type { Attribute, SalesforceField, SalesforceType } from '../src/contract/schema.ts'
import type { AttributeValue } from '../src/contract/shared.ts'
import { addressFields, picklist, salesforceField } from '../src/testing/describes/index.ts'
import { attribute } from './one-pair.ts'

const labels = ['Hot', 'Warm', 'Ice cold', 'Ünïcode & more']
const options = labels.map((label, index) => ({ id: `option_${index}`, label }))

/** An attribute of each type, with what its type needs. */
export function attributeOf(type: Attribute['type']): Attribute {
  switch (type) {
    case 'select':
    case 'multi_select':
    case 'stage':
      return attribute('value', type, { options })
    case 'relation':
      return attribute('value', type, { relatedRecordType: 'organization' })
    default:
      return attribute('value', type)
  }
}

/** Salesforce's side of each type, with components and picklist values. */
export function fieldsOf(type: SalesforceType): SalesforceField[] {
  switch (type) {
    case 'address':
      return addressFields('Billing', 'Billing').toReversed()
    case 'picklist':
    case 'multipicklist':
    case 'combobox':
      return [salesforceField('Value__c', 'Value', type, { length: 255, picklistValues: picklist(...labels) })]
    case 'int':
      return [salesforceField('Value__c', 'Value', type, { digits: 8 })]
    case 'double':
    case 'currency':
    case 'percent':
      return [salesforceField('Value__c', 'Value', type, { precision: 18, scale: 4 })]
    case 'textarea':
      return [salesforceField('Value__c', 'Value', type, { length: 32_000 })]
    default:
      return [salesforceField('Value__c', 'Value', type, { length: 255, referenceTo: type === 'reference' ? ['Account'] : [] })]
  }
}

const text = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.constantFrom('"', ',', 'a\nb', '#N/A', 'null', '=1+1', '\u0000', '💥'.repeat(130), ' x '),
)
const decimal = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt().map(String),
  fc.stringMatching(/^-?\d{1,14}\.\d{1,4}$/),
)
const day = fc.date({ min: new Date('1700-12-31'), max: new Date('3999-12-31'), noInvalidDate: true })
const textPart = fc.option(fc.string({ maxLength: 90 }), { nil: null })
const option = fc.constantFrom(...options.map(({ id }) => id))

/** Values in the shape that an attribute type promises. */
export function valueOf(type: Attribute['type']): fc.Arbitrary<AttributeValue> {
  switch (type) {
    case 'number':
    case 'percent':
      return decimal
    case 'currency':
      return fc.record({ amount: decimal, currency: fc.constantFrom('EUR', 'USD', null) })
    case 'boolean':
      return fc.boolean()
    case 'date':
      return day.map((date) => date.toISOString().slice(0, 10))
    case 'datetime':
      return day.map((date) => date.toISOString())
    case 'select':
    case 'stage':
      return option
    case 'multi_select':
      return fc.uniqueArray(option, { minLength: 1 })
    case 'email':
      return fc.oneof(fc.emailAddress(), text)
    case 'url':
      return fc.oneof(fc.webUrl(), text)
    case 'address':
      return fc.record({ street: textPart, city: textPart, state: textPart, postalCode: textPart, country: textPart })
    case 'relation':
    case 'user':
      return fc.uuid()
    default:
      return text
  }
}

/** Whatever a host, or an org, might hand over instead. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
  text,
  fc.constantFrom(
    { amount: 12, currency: 'EUR' },
    { amount: null },
    { street: 7, city: [], state: {} },
    [1, null, {}],
    Number.NaN,
    '__proto__',
    'constructor',
    '9'.repeat(1_000_000),
    ';'.repeat(10_000),
    'a@'.repeat(10_000),
    `http://${'a'.repeat(100_000)}`,
  ),
)
