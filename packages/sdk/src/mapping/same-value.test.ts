import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeTypes } from '../contract/vocabulary.ts'
import type { AttributeValue } from '../contract/shared.ts'
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

  it('holds between a value and its canonical form, which is canonical itself', () => {
    fc.assert(
      fc.property(anyType, anyValue, (type, value) => {
        const canonical = canonicalValue(type, value)
        expect(sameValue(type, value, canonical)).toBe(true)
        expect(canonicalValue(type, canonical)).toEqual(canonical)
      }),
    )
  })

  it('asks in both directions alike', () => {
    fc.assert(
      fc.property(anyType, anyValue, anyValue, (type, a, b) => {
        expect(sameValue(type, a, b)).toBe(sameValue(type, b, a))
      }),
    )
  })
})

function copy(value: unknown): AttributeValue {
  return structuredClone(value) as AttributeValue
}
