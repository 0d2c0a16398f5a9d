import * as fc from 'fast-check'
import type { AttributeType, PicklistValue, SalesforceField, SalesforceType } from '../src/contract/schema.ts'
import { addressCodeFields, addressFields, picklist, salesforceField } from '../src/testing/describes/index.ts'
import { anyName } from './any-attribute.ts'

/** Flags that are as they should be most of the time. */
const mostly = (usual: boolean) => fc.integer({ min: 0, max: 5 }).map((roll) => (roll === 0 ? !usual : usual))

const flags = {
  nillable: mostly(true),
  createable: mostly(true),
  updateable: mostly(true),
  defaultedOnCreate: mostly(false),
  htmlFormatted: mostly(false),
}

/** Salesforce's side of a pair, the field itself first: with limits, values, components and the record's currency as its type has them. */
export function anyFields(type: SalesforceType, attributeType: AttributeType): fc.Arbitrary<SalesforceField[]> {
  if (type === 'address') return anyAddress
  const field = fc
    .record({ ...flags, ...limitsOf(type) })
    .map((sketch) => salesforceField('Value__c', 'Value', type, { ...sketch, ...targetOf(type, attributeType) }))
  return type === 'currency'
    ? fc.tuple(field, anyCurrencyCode).map(([amount, code]) => (code ? [amount, code] : [amount]))
    : field.map((one) => [one])
}

function limitsOf(type: SalesforceType): { [Key in keyof SalesforceField]?: fc.Arbitrary<SalesforceField[Key]> } {
  switch (type) {
    case 'int':
    case 'long':
      return { digits: fc.nat({ max: 10 }) }
    case 'double':
    case 'currency':
    case 'percent':
      // A describe never has more decimals than digits.
      return { precision: fc.integer({ min: 8, max: 18 }), scale: fc.nat({ max: 8 }) }
    case 'picklist':
    case 'multipicklist':
    case 'combobox':
      return { length: fc.constant(255), picklistValues: anyPicklist, restrictedPicklist: fc.boolean() }
    default:
      return { length: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(0, 255, 32_000)) }
  }
}

function targetOf(type: SalesforceType, attributeType: AttributeType): Partial<SalesforceField> {
  if (type !== 'reference') return {}
  return { referenceTo: [attributeType === 'user' ? 'User' : 'Account'], relationshipName: 'Value__r' }
}

const anyPicklistValue: fc.Arbitrary<PicklistValue> = fc.record({
  value: anyName.map((name) => name.trim()),
  label: anyName,
  active: mostly(true),
  defaultValue: fc.constant(false),
})

const anyPicklist = fc.uniqueArray(anyPicklistValue, { selector: ({ value }) => value, maxLength: 6 })

const anyCurrencyCode: fc.Arbitrary<SalesforceField | null> = fc.option(
  fc
    .record({ createable: mostly(true), codes: fc.subarray(['EUR', 'USD', 'CHF'], { minLength: 1 }) })
    .map(({ createable, codes }) =>
      salesforceField('CurrencyIsoCode', 'Currency', 'picklist', {
        createable,
        defaultedOnCreate: true,
        restrictedPicklist: true,
        picklistValues: picklist(...codes),
      }),
    ),
)

/** The compound first; some of its parts hidden, some locked, some with a picklist of codes. */
const anyAddress: fc.Arbitrary<SalesforceField[]> = fc
  .record({
    codes: fc.boolean(),
    seen: fc.array(mostly(true), { minLength: 8, maxLength: 8 }),
    writable: fc.array(mostly(true), { minLength: 8, maxLength: 8 }),
    length: fc.integer({ min: 5, max: 90 }),
  })
  .map(({ codes, seen, writable, length }) => {
    const [compound, ...parts] = [...addressFields('Billing', 'Billing')].toReversed()
    const all = codes ? [...parts, ...addressCodeFields('Billing', 'Billing')] : parts
    const visible = all
      .filter((_, at) => seen[at] === true)
      .map((part, at) => ({
        ...part,
        length: part.type === 'picklist' ? part.length : length,
        createable: writable[at] === true,
        updateable: writable[at] === true,
      }))
    return compound ? [compound, ...visible] : []
  })
