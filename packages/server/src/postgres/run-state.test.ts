import { expect, it } from 'vitest'
import { activeRunState } from './run-state.ts'

it.each([
  [['queued', 'queued'], 'queued'],
  [['skipped', 'queued'], 'queued'],
  [['running', 'queued'], 'running'],
  [['succeeded', 'queued'], 'running'],
  [['failed', 'paused', 'queued'], 'paused'],
] as const)('a run of %j is %s', (jobs, state) => {
  expect(activeRunState(jobs)).toBe(state)
})
