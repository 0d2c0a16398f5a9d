import { jobStates } from '@pryzm/salesforce-sdk/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finishedState, isFinal, runState } from './job-state.ts'

it('calls a job with a failed record completed with errors', () => {
  expect(finishedState({ failed: 0 })).toBe('succeeded')
  expect(finishedState({ failed: 1 })).toBe('completed_with_errors')
})

describe('the state of a run', () => {
  it.each([
    [['queued', 'queued', 'queued'], 'queued'],
    [['running', 'queued', 'queued'], 'running'],
    [['succeeded', 'queued', 'queued'], 'running'],
    [['skipped', 'queued', 'queued'], 'queued'],
    [['succeeded', 'paused', 'queued'], 'paused'],
    [['succeeded', 'completed_with_errors', 'succeeded'], 'completed_with_errors'],
    [['succeeded', 'skipped', 'succeeded'], 'succeeded'],
    [['failed', 'skipped', 'skipped'], 'failed'],
    [['completed_with_errors', 'canceled', 'canceled'], 'canceled'],
    [['skipped', 'skipped', 'skipped'], 'skipped'],
  ] as const)('of %j is %s', (states, expected) => {
    expect(runState(states)).toBe(expected)
  })

  it('is final exactly when every job has ended', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...jobStates), { minLength: 1, maxLength: 3 }), (states) => {
        expect(isFinal(runState(states))).toBe(states.every(isFinal))
      }),
    )
  })
})
