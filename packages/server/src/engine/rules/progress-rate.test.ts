import type { Job } from '@pryzm/salesforce-sdk/contract'
import { expect, it } from 'vitest'
import { noCounts } from './no-counts.ts'
import { withRate } from './progress-rate.ts'

const job = (changes: Partial<Job>): Job =>
  ({ state: 'running', startedAt: '2026-05-06T09:00:00.000Z', total: 1000, rate: null, secondsLeft: null, ...changes }) as Job
const counts = (processed: number) => ({ ...noCounts(), processed })
const after20s = new Date('2026-05-06T09:00:20.000Z')

it('tells records a second and the seconds to go', () => {
  expect(withRate(job({ counts: counts(200) }), after20s)).toMatchObject({ rate: 10, secondsLeft: 80 })
})

it('tells no time to go while the total is not known, and never less than none', () => {
  expect(withRate(job({ counts: counts(200), total: null }), after20s)).toMatchObject({ rate: 10, secondsLeft: null })
  expect(withRate(job({ counts: counts(2000) }), after20s)).toMatchObject({ secondsLeft: 0 })
})

it('tells nothing before the first record, and of jobs that do not run', () => {
  expect(withRate(job({ counts: counts(0) }), after20s)).toMatchObject({ rate: null, secondsLeft: null })
  expect(withRate(job({ counts: counts(5), state: 'paused' }), after20s)).toMatchObject({ rate: null })
})
