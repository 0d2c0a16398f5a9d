import type { Run } from '@pryzm/salesforce-sdk'
import { ada, minutesAgo } from '@pryzm/salesforce-sdk/testing'
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keys } from './keys.ts'
import { watchRuns } from './watch-runs.ts'

function runOf(state: Run['state'], id = 'run-1'): Run {
  return { id, mode: 'full', state, startedBy: ada, queuedAt: minutesAgo(1), finishedAt: null, canceling: false, jobs: [] }
}

function watched() {
  const cache = new QueryClient()
  const heard: string[] = []
  let now = 0
  const host = () => ({
    onPullStarted: ({ id }: Run) => heard.push(`started ${id}`),
    onPullProgress: ({ id }: Run) => heard.push(`progress ${id}`),
    onPullFinished: ({ id, state }: Run) => heard.push(`finished ${id} ${state}`),
  })
  watchRuns(cache, host, () => now)
  const show = (run: Run | null, at = now) => {
    now = at
    cache.setQueryData(keys.latestRun, { run })
  }
  return { heard, show }
}

it('tells of a start and an end that happened while the page was open', () => {
  const { heard, show } = watched()
  show(null)
  show(runOf('queued'))
  show(runOf('succeeded'))
  expect(heard).toEqual(['started run-1', 'finished run-1 succeeded'])
})

it('tells nothing of what was over, or under way, when the page opened', () => {
  const { heard, show } = watched()
  show(runOf('running'))
  expect(heard).toEqual([])
  show(runOf('failed'))
  expect(heard).toEqual(['finished run-1 failed'])
})

it('tells progress at most once a second', () => {
  const { heard, show } = watched()
  show(null)
  show(runOf('queued'))
  for (let at = 0; at < 3000; at += 100) show({ ...runOf('running'), mode: at % 200 ? 'full' : 'changes' }, at)
  expect(heard.filter((event) => event.startsWith('progress'))).toHaveLength(3)
})

it('tells of a new run that follows the last one', () => {
  const { heard, show } = watched()
  show(runOf('succeeded'))
  show(runOf('queued', 'run-2'))
  expect(heard).toEqual(['started run-2'])
})
