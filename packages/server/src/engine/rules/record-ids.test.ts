import { expect, it } from 'vitest'
import { recordIds } from './record-ids.ts'

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

it('makes UUIDs of version 7 that begin with the time', () => {
  expect(recordIds()()).toMatch(version7)
  expect(recordIds(Date.UTC(2026, 2, 31))()).toMatch(/^019d4130-a400-7/)
})

it('sorts the ids of later moments behind those of earlier ones', () => {
  const moments = [1, 1_000, Date.UTC(2001, 8, 9), Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, Date.UTC(2400, 0, 1)]
  const ids = moments.map((moment) => recordIds(moment)())
  expect(ids.toSorted()).toEqual(ids)
})

it('makes no id twice', () => {
  const next = recordIds(0)
  expect(new Set(Array.from({ length: 10_000 }, next)).size).toBe(10_000)
})
