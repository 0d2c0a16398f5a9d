import * as fc from 'fast-check'
import type { Attribute } from '../src/contract/schema.ts'
import { attribute } from './one-pair.ts'

/** Names that options and picklist values are made of: likely to meet, and to be mistaken for one another. */
export const anyName = fc.constantFrom(
  'Hot',
  'hot',
  'HOT',
  ' Hot ',
  'Warm',
  'Ice cold',
  'x1',
  'x2',
  'A;B',
  'A',
  'Ünïcode & more',
  '__proto__',
)

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

/** An attribute of a type with limits of its own, options or a target, as its type has them. */
export function anyAttribute(type: Attribute['type']): fc.Arbitrary<Attribute> {
  return limitsOf(type).map((limits) => attribute('value', type, { label: 'Value', ...defined(limits) }))
}

/** An attribute that takes every value of its type. */
export function unlimited({ name, label, type, options, relatedRecordType }: Attribute): Attribute {
  return attribute(name, type, { label, ...defined({ options, relatedRecordType }) })
}

function limitsOf(type: Attribute['type']): fc.Arbitrary<{ [Key in keyof Attribute]?: Attribute[Key] | undefined }> {
  const required = fc.boolean()
  switch (type) {
    case 'number':
    case 'percent':
      return fc.record({ required, precision: maybe(fc.integer({ min: 1, max: 20 })), scale: maybe(fc.nat({ max: 8 })) })
    case 'currency':
      return fc.record({
        required,
        precision: maybe(fc.integer({ min: 1, max: 20 })),
        scale: maybe(fc.nat({ max: 8 })),
        currency: maybe(fc.constantFrom('EUR', 'USD')),
      })
    case 'select':
    case 'multi_select':
    case 'stage':
      return fc.record({ required, options: anyOptions })
    case 'relation':
      return fc.record({ required, relatedRecordType: fc.constant('organization') })
    default:
      return fc.record({ required, maxLength: maybe(fc.integer({ min: 1, max: 100 })) })
  }
}

const anyOptions = fc.uniqueArray(fc.record({ id: anyName, label: anyName }), {
  selector: ({ id }) => id.trim(),
  minLength: 1,
  maxLength: 5,
})

function defined<Limits extends object>(limits: Limits): { [Key in keyof Limits]: Exclude<Limits[Key], undefined> } {
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)) as never
}
