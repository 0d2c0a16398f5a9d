import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { law } from '../../../test/property-runs.ts'
import { digitsOf, jsonNumber, normalDecimal } from './decimal.ts'

describe('normalDecimal', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['00.00', '0'],
    ['+7', '7'],
    ['007.50', '7.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['9.12260031E8', '912260031'],
    ['1.39E8', '139000000'],
    ['-1.5e-3', '-0.0015'],
    ['0.1', '0.1'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
  ])('reads %s as %s', (text, expected) => {
    expect(normalDecimal(text)).toBe(expected)
  })

  it.each(['', ' ', '.', '-', 'e5', '1,000', '1 000', '0x10', 'NaN', 'Infinity', '1e', '1e99999', '1e401', '--1', '1.2.3', '١'])(
    'takes %j for no number',
    (text) => {
      expect(normalDecimal(text)).toBeNull()
    },
  )
})

law(
  'a double keeps its value in whatever notation it is printed',
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  (number) => {
    const decimal = normalDecimal(String(number))
    expect(Number(decimal)).toBe(number === 0 ? 0 : number)
    expect(decimal).not.toMatch(/e/i)
  },
)

law('a decimal keeps every digit', fc.record({ digits: fc.bigInt(), zeros: fc.nat({ max: 40 }) }), ({ digits, zeros }) => {
  expect(normalDecimal(`${digits}E${zeros}`)).toBe(String(digits * 10n ** BigInt(zeros)))
  const [whole = '', fraction = ''] = (normalDecimal(`${digits}E-${zeros}`) ?? '').split('.')
  expect(BigInt(whole + fraction) * 10n ** BigInt(zeros - fraction.length)).toBe(digits)
})

law('a decimal is normal once it was made normal', fc.stringMatching(/^[+-]?\d{0,30}(\.\d{0,30})?(E-?\d{1,2})?$/), (text) => {
  const once = normalDecimal(text)
  if (once !== null) expect(normalDecimal(once)).toBe(once)
})

describe('digitsOf', () => {
  it.each([
    ['0', 0, 0],
    ['0.05', 0, 2],
    ['-12.5', 2, 1],
    ['1000', 4, 0],
  ])('counts the digits of %s', (decimal, whole, fraction) => {
    expect(digitsOf(decimal)).toEqual({ whole, fraction })
  })
})

describe('jsonNumber', () => {
  it('is a number where a double keeps every digit, and text where it would not', () => {
    expect(jsonNumber('0.1')).toBe(0.1)
    expect(jsonNumber('912260031')).toBe(912260031)
    expect(jsonNumber('9007199254740993')).toBe('9007199254740993')
    expect(jsonNumber('0.1234567890123456789')).toBe('0.1234567890123456789')
  })
})
