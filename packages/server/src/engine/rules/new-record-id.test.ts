import { expect, it } from 'vitest'
import { newRecordId } from './new-record-id.ts'

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

it('is a UUID of version 7 that begins with the time', () => {
  expect(newRecordId()).toMatch(version7)
  expect(newRecordId(Date.UTC(2026, 2, 31))).toMatch(/^019d4130-a400-7/)
})

it('sorts by the time it was made', () => {
  const ids = [1, 1_000, Date.UTC(2001, 8, 9), Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, Date.UTC(2400, 0, 1)].map(
    newRecordId,
  )
  expect(ids.toSorted()).toEqual(ids)
})

it('is never made twice', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newRecordId(0))).size).toBe(10_000)
})
