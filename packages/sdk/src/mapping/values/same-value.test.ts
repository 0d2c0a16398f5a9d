import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySides, anySituation, cells, contextOf, pushPlanOf } from '../../../test/any-case.ts'
import { wellFormedValue } from '../../../test/any-value.ts'
import { law } from '../../../test/property-runs.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { attributeTypes } from '../../contract/vocabulary.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { isKept } from '../plans/field-kept.ts'
import { canonicalValue, sameValue } from './same-value.ts'

const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', '\r\n', ' a ', 'A@B.C', '1.0', '1', '2026-01-01T00:00:00Z'))
const part = fc.option(text, { nil: null })
const anyValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 4 }),
  fc.record({ amount: text, currency: part }),
  fc.record({ street: part, city: part, state: part, postalCode: part, country: part }),
)
const anyType = fc.constantFrom(...attributeTypes)

describe('sameValue', () => {
  it.each([
    ['text', ' Acme ', 'Acme'],
    ['long_text', 'one\r\ntwo', 'one\ntwo'],
    ['text', '', null],
    ['text', '  ', null],
    ['email', 'Ada@Acme.example', 'ada@acme.example'],
    ['number', '1.50', '1.5'],
    ['percent', '25', '25.0'],
    ['currency', { amount: '10.00', currency: 'EUR' }, { amount: '10', currency: 'eur' }],
    ['currency', { amount: '10', currency: 'EUR' }, { amount: '10', currency: null }],
    ['datetime', '2026-05-06T09:49:20+02:00', '2026-05-06T07:49:20.000Z'],
    ['multi_select', ['b', 'a', 'a'], ['a', 'b']],
    ['multi_select', [], null],
    ['relation', '001D000000IRFma', '001D000000IRFmaIAH'],
    [
      'address',
      { street: ' 1 Main St', city: '', state: null, postalCode: null, country: null },
      { street: '1 Main St', city: null, state: null, postalCode: null, country: null },
    ],
    ['address', { street: '', city: null, state: null, postalCode: null, country: null }, null],
  ] as const)('%s: %j says the same as %j', (type, a, b) => {
    expect(sameValue(type, copy(a), copy(b))).toBe(true)
    expect(sameValue(type, copy(b), copy(a))).toBe(true)
  })

  it.each([
    ['text', 'Acme', 'acme'],
    ['text', 'a  b', 'a b'],
    ['boolean', false, null],
    ['number', '1', '1.01'],
    ['currency', { amount: '10', currency: 'EUR' }, { amount: '10', currency: 'USD' }],
    ['date', '2026-01-01', '2026-01-02'],
    ['multi_select', ['a'], ['a', 'b']],
  ] as const)('%s: %j differs from %j', (type, a, b) => {
    expect(sameValue(type, copy(a), copy(b))).toBe(false)
  })
})

law(
  'a value is the same as its canonical form, which is canonical itself',
  fc.record({ type: anyType, value: anyValue }),
  ({ type, value }) => {
    const canonical = canonicalValue(type, value)
    expect(sameValue(type, value, canonical)).toBe(true)
    expect(canonicalValue(type, canonical)).toEqual(canonical)
  },
)

/** Three ways of writing values that are often the same. */
const anyThree = fc.record({
  type: anyType,
  value: anyValue,
  other: anyValue,
  twists: fc.tuple(fc.nat(), fc.nat(), fc.boolean()),
})

law(
  'sameness holds both ways, and for what is the same as the same',
  anyThree,
  ({ type, value, other, twists: [first, second, apart] }) => {
    const [a, b, c] = [value, twist(value, first), apart ? other : twist(value, second)]
    const same = (x: AttributeValue, y: AttributeValue) => sameValue(type, x, y)
    expect([same(a, a), same(b, b)]).toEqual([true, true])
    expect([same(a, b), same(a, c)]).toEqual([same(b, a), same(c, a)])
    // An amount without a code may be in any currency, so two currencies can both be the same as it.
    if ([a, b, c].some((one) => codeOf(one) === null)) return
    if (same(a, b) && same(b, c)) expect(same(a, c)).toBe(true)
  },
)

const anyWritten = anySides(cells({ push: ['exact', 'lossy'] })).chain((sides) =>
  fc.record({
    attribute: fc.constant(sides.attribute),
    fields: fc.constant(sides.fields),
    value: wellFormedValue(sides.attribute),
    twist: fc.nat(),
    situation: anySituation,
  }),
)

law('values that are the same are pushed the same', anyWritten, (pushCase) => {
  const twin = twist(pushCase.value, pushCase.twist)
  if (!sameValue(pushCase.attribute.type, pushCase.value, twin)) return
  const plan = pushPlanOf(pushCase)
  const [one, two] = [pushCase.value, twin].map((value) => plan.convert({ value }, contextOf(pushCase.situation)))
  const { fields } = pushCase
  for (const name of new Set(Object.keys({ ...one?.body, ...two?.body }))) {
    const field = fields.find((candidate) => candidate.name === name)
    expect(field && isKept(asCompared(field, pushCase.attribute), one?.body[name] ?? null, asHeld(two?.body[name]))).toBe(true)
  }
  expect(one?.skips.map(({ reason }) => reason)).toEqual(two?.skips.map(({ reason }) => reason))
})

/** The case of an email address says nothing, in a text field neither. */
function asCompared(field: SalesforceField, { type }: Attribute): SalesforceField {
  return type === 'email' ? { ...field, type } : field
}

function asHeld(written: string | number | boolean | null | undefined): string | null {
  return written === null || written === undefined ? null : String(written)
}

/** The same value in another notation, or one that looks like it. */
function twist(value: AttributeValue, by: number): AttributeValue {
  if (typeof value === 'string') return twistText(value, by)
  if (Array.isArray(value)) return by % 2 === 0 ? value.toReversed() : [...value, ...value.slice(0, 1), ' ']
  if (value !== null && typeof value === 'object' && 'amount' in value) {
    return {
      amount: twistText(value.amount, by),
      currency: by % 3 === 0 ? (value.currency?.toLowerCase() ?? null) : value.currency,
    }
  }
  if (value !== null && typeof value === 'object') return { ...value, city: twistText(value.city ?? '', by) }
  return value
}

function twistText(text: string, by: number): string {
  const twists = [
    ` ${text} `,
    text.replace(/\n/g, '\r\n'),
    text.toUpperCase(),
    `${text}.0`,
    `0${text}`,
    text.replace('Z', '+00:00'),
    text,
  ]
  return twists[by % twists.length] ?? text
}

/** Null for an amount without a code, undefined for what is no amount. */
function codeOf(value: AttributeValue): string | null | undefined {
  return value !== null && typeof value === 'object' && 'amount' in value ? value.currency?.trim() || null : undefined
}

function copy(value: unknown): AttributeValue {
  return structuredClone(value) as AttributeValue
}
