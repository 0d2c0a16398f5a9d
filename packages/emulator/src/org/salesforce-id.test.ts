import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idMaker, idNumber, salesforceId, toId18 } from './salesforce-id.ts'

const numbers = integer({ min: 0, max: 2 ** 31 - 1 })
const holdsForNumbers = (claim: (number: number) => void) => assert(property(numbers, claim))

describe('salesforceId', () => {
  it('makes the checksum that Salesforce makes', () => {
    expect(toId18('001x0000002xLCV')).toBe('001x0000002xLCVAA2')
    expect(toId18('005x0000000fNSi')).toBe('005x0000000fNSiAAM')
    expect(toId18('750ak000009BkrxAAC')).toBe('750ak000009BkrxAAC')
  })

  it('refuses a wrong checksum, a wrong length and foreign characters', () => {
    expect(toId18('001x0000002xLCVAA3')).toBeUndefined()
    expect(toId18('001x0000002xLC')).toBeUndefined()
    expect(toId18('001x0000002xLC!')).toBeUndefined()
  })

  it('gives every number back', () => {
    holdsForNumbers((number) => {
      expect(idNumber('001', salesforceId('001', number))).toBe(number)
    })
  })

  it('takes no id of another object or org for its own', () => {
    expect(idNumber('003', salesforceId('001', 7))).toBeUndefined()
    expect(idNumber('001', '001x0000002xLCVAA2')).toBeUndefined()
    expect(idNumber('001', 'nonsense')).toBeUndefined()
  })

  it('sorts ids by number', () => {
    assert(
      property(numbers, numbers, (a, b) => {
        expect(salesforceId('001', a) < salesforceId('001', b)).toBe(a < b)
      }),
    )
  })
})

describe('idMaker', () => {
  it('makes the same ids as salesforceId, in any order', () => {
    const make = idMaker('006')
    holdsForNumbers((number) => {
      expect(make(number)).toBe(salesforceId('006', number))
    })
  })
})
