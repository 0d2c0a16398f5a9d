import { expect, it } from 'vitest'
import { pollDelay } from './poll-delay.ts'

it('looks often at first, and less and less the longer it takes', () => {
  expect([0, 2_500, 20_000, 100_000, 3_600_000].map(pollDelay)).toEqual([250, 250, 2_000, 10_000, 10_000])
})
