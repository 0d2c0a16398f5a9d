import { expect, it } from 'vitest'
import { callsOfPull } from './calls-of-pull.ts'

const calls = (records: number, linked: number) => callsOfPull({ records, linked }, 50_000)

it('grows with the pages and not with the records, and by an upload where ids have to be written back', () => {
  const small = calls(10, 10)
  expect(calls(50_000, 50_000)).toBe(small)
  expect(calls(1_000_000, 1_000_000)).toBe(small + 19)
  expect(calls(10, 9)).toBeGreaterThan(small)
  expect(calls(0, 0)).toBe(small)
})
