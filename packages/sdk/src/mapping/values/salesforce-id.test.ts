import { expect, it } from 'vitest'
import { longSalesforceId } from './salesforce-id.ts'

it.each([
  ['001000000000000', '001000000000000AAA'],
  ['001D000000IRFma', '001D000000IRFmaIAH'],
  ['00DgK000001abcD', '00DgK000001abcDUAQ'],
])('adds the checksum to %s', (short, long) => {
  expect(longSalesforceId(short)).toBe(long)
})

it('leaves everything else as it is', () => {
  for (const text of ['001D000000IRFmaIAH', '', '001D000000-RFma', '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01']) {
    expect(longSalesforceId(text)).toBe(text)
  }
})
