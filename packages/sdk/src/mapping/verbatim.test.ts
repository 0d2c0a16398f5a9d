import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { attributeOf, fieldsOf } from '../../test/any-value.ts'
import { fieldPair, planInput, pushContext } from '../../test/one-pair.ts'
import type { AttributeType, SalesforceType } from '../contract/schema.ts'
import { attributeTypes, salesforceTypes } from '../contract/vocabulary.ts'
import { normalDecimal } from './decimal.ts'
import { compilePullPlan } from './pull-plan.ts'
import { compilePushPlan } from './push-plan.ts'
import { convertibility } from './type-table.ts'

function inputOf(attributeType: AttributeType, salesforceType: SalesforceType) {
  const fields = fieldsOf(salesforceType)
  return planInput([attributeOf(attributeType)], fields, [fieldPair('value', fields[0]?.name ?? '')])
}

/** What a pull of one cell writes; undefined where it was skipped. */
function pulled(attributeType: AttributeType, salesforceType: SalesforceType, cell: string) {
  const plan = compilePullPlan(inputOf(attributeType, salesforceType))
  return plan.convert(plan.columns.map(() => cell)).values.value
}

function pushed(attributeType: AttributeType, salesforceType: SalesforceType, value: string) {
  return compilePushPlan(inputOf(attributeType, salesforceType)).convert({ value }, pushContext()).body.Value__c
}

const textLike = ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'combobox', 'time'] as const
const textAttributes = ['text', 'long_text', 'email', 'phone', 'url'] as const
const textCells = textLike.flatMap((salesforceType) =>
  textAttributes
    .filter((attributeType) => convertibility(salesforceType, attributeType, 'pull').level !== 'no')
    .map((attributeType) => ({ salesforceType, attributeType })),
)

describe.each(textCells)('text of a $salesforceType in a $attributeType', ({ salesforceType, attributeType }) => {
  it('arrives character for character, or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 500 }), (cell) => {
        expect([cell.trim() === '' ? null : cell, undefined]).toContain(pulled(attributeType, salesforceType, cell))
      }),
    )
  })
})

const numberCells = salesforceTypes.flatMap((salesforceType) =>
  attributeTypes
    .filter((attributeType) => attributeType === 'number' || attributeType === 'percent')
    .filter((attributeType) => convertibility(salesforceType, attributeType, 'pull').level !== 'no')
    .map((attributeType) => ({ salesforceType, attributeType })),
)

it.each(numberCells)('a number of a $salesforceType arrives in a $attributeType with every digit', (cell) => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 20 }), (digits, scale) => {
      const text = `${digits}E-${scale}`
      const decimal = normalDecimal(text) ?? ''
      expect(pulled(cell.attributeType, cell.salesforceType, text)).toBe(decimal)
      const [whole = '', fraction = ''] = decimal.split('.')
      expect(BigInt(whole + fraction) * 10n ** BigInt(scale - fraction.length)).toBe(digits)
    }),
  )
})

describe('in whatever time zone the process runs', () => {
  const before = process.env.TZ
  afterEach(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])(
    '%s: dates and instants stay what they are',
    (zone) => {
      process.env.TZ = zone
      fc.assert(
        fc.property(fc.date({ min: new Date('1701-01-01'), max: new Date('3999-12-31'), noInvalidDate: true }), (moment) => {
          const instant = moment.toISOString()
          const day = instant.slice(0, 10)
          expect(pulled('date', 'date', day)).toBe(day)
          expect(pushed('date', 'date', day)).toBe(day)
          expect(pulled('datetime', 'datetime', instant)).toBe(instant)
          expect(pushed('datetime', 'datetime', instant)).toBe(instant)
        }),
      )
    },
  )
})
