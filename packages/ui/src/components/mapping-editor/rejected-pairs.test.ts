import { SyncError } from '@pryzm/salesforce-sdk'
import { suggestedMapping } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { rejectedPairs } from './rejected-pairs.ts'

const mapping = suggestedMapping()

function refused(path: string, code: 'invalid_input' | 'rate_limited' = 'invalid_input') {
  return new SyncError(code, 'Refused', { details: { issues: [{ path, message: 'Too long' }] } })
}

it('finds the pair that a refused save names by its place', () => {
  expect(rejectedPairs(refused('mapping.pairs.1.fields.2.attribute'), mapping)).toEqual([
    { object: 'Contact', pairId: mapping.pairs[1].fields[2]?.id, sentence: 'Too long' },
  ])
})

it('names none where the refusal is about something else', () => {
  expect(rejectedPairs(refused('mapping.pairs.1.direction'), mapping)).toEqual([])
  expect(rejectedPairs(refused('mapping.pairs.1.fields.900.field'), mapping)).toEqual([])
  expect(rejectedPairs(refused('mapping.pairs.1.fields.2.attribute', 'rate_limited'), mapping)).toEqual([])
  expect(rejectedPairs(new SyncError('invalid_input', 'Refused'), mapping)).toEqual([])
})
