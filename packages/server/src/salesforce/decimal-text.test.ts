import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from './decimal-text.ts'
import { parseExactJson } from './exact-json.ts'

describe('decimalText', () => {
  it.each([
    ['1.39E8', '139000000'],
    ['9.12260031E8', '912260031'],
    ['-2.50e-3', '-0.00250'],
    ['1E0', '1'],
    ['12.345E2', '1234.5'],
    ['0.5E1', '5'],
    ['0.05E3', '50'],
    ['1234567890123456.78', '1234567890123456.78'],
  ])('writes %s as %s', (number, text) => {
    expect(decimalText(number)).toBe(text)
  })

  it('means the same number whatever the exponent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: -30, max: 30 }), (digits, exponent) => {
        const scaled = decimalText(`${digits}E${exponent}`)
        const [whole = '', fraction = ''] = scaled.split('.')
        const expected = digits * 10n ** BigInt(exponent + 30)
        expect(BigInt(whole + fraction.padEnd(30, '0'))).toBe(expected)
      }),
    )
  })
})

describe('parseExactJson', () => {
  it('keeps every digit of a number that a double would round', () => {
    const text = '{"Amount":1234567890123456.78,"Large":[9007199254740993,1.39E8],"Name":"7.0","Open":true,"Phone":null}'
    expect(parseExactJson(text)).toEqual({
      Amount: '1234567890123456.78',
      Large: ['9007199254740993', '139000000'],
      Name: '7.0',
      Open: true,
      Phone: null,
    })
  })
})
