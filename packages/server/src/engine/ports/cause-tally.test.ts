import { expect, it } from 'vitest'
import type { NewResult } from './job-store.ts'
import { CauseTally, mergeCauses, withoutCauses } from './cause-tally.ts'

const noOption = (value: string) => ({
  attribute: 'region',
  reason: 'option_mismatch' as const,
  sentence: `"${value}" matches no option of Region.`,
  dropped: value,
})
const tooLong = (length: number) => ({
  attribute: 'note',
  reason: 'too_long' as const,
  sentence: `Note holds 255 characters, but the value has ${length}.`,
  dropped: 'x',
})

function result(change: Partial<NewResult> = {}): NewResult {
  return {
    outcome: 'updated',
    name: null,
    recordId: null,
    salesforceId: null,
    reason: null,
    syncedFields: 1,
    skips: [],
    ...change,
  }
}

it('tells causes apart by attribute, reason and sentence, and counts the records of each', () => {
  const tally = new CauseTally()
  expect(tally.add(result({ skips: [noOption('North')] }))).toEqual([1])
  expect(tally.add(result({ skips: [noOption('South'), noOption('North')] }))).toEqual([2, 1])
  expect(tally.add(result({ outcome: 'failed', reason: { code: 'rejected_by_pryzm', sentence: 'Taken.' } }))).toEqual([3])
  expect(tally.add(result({ reason: { code: 'superseded', sentence: 'A newer state was applied.' } }))).toEqual([])
  expect(tally.added.map(({ no, code, records }) => [no, code, records])).toEqual([
    [1, 'option_mismatch', 2],
    [2, 'option_mismatch', 1],
    [3, 'rejected_by_pryzm', 1],
  ])
})

it('takes values that are too long as one cause, whatever their lengths', () => {
  const tally = new CauseTally()
  for (const length of [300, 400]) tally.add(result({ skips: [tooLong(length)] }))
  expect(tally.added).toMatchObject([{ attribute: 'note', code: 'too_long', sentence: null, records: 2 }])
})

it('goes on from the causes that the job has', () => {
  const first = new CauseTally()
  first.add(result({ skips: [noOption('North')] }))
  const second = new CauseTally(first.added)
  expect(second.add(result({ skips: [noOption('South'), noOption('North')] }))).toEqual([2, 1])
  expect(mergeCauses(first.added, second.added).map(({ no, records }) => [no, records])).toEqual([
    [1, 2],
    [2, 1],
  ])
})

it('keeps a hundred sentences apart and counts the others as one, however many there are', () => {
  const tally = new CauseTally()
  for (let value = 0; value < 5000; value++) tally.add(result({ skips: [noOption(String(value))] }))
  expect(tally.added).toHaveLength(101)
  expect(tally.added.at(-1)).toMatchObject({ no: 101, attribute: 'region', sentence: null, records: 4900 })
})

it('forgets the sentence of a cause that no record has any more, and never gives its number away', () => {
  const tally = new CauseTally()
  for (const value of ['North', 'North', 'South']) tally.add(result({ skips: [noOption(value)] }))
  const left = withoutCauses(tally.added, [1, 2])
  expect(left).toMatchObject([
    { no: 1, records: 1, sentence: '"North" matches no option of Region.' },
    { no: 2, records: 0, sentence: null },
  ])
  expect(new CauseTally(left).add(result({ skips: [noOption('South')] }))).toEqual([3])
})
