import type { Job, Run } from '@pryzm/salesforce-sdk'
import { ada, buildCounts, buildJob, minutesAgo } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { formatsFor } from '../../formats.ts'
import { bindMessages } from '../../messages.ts'
import { createPullNews } from './pull-news.ts'
import { pullPanelMessages } from './pull-panel.messages.ts'

const text = bindMessages(formatsFor('en'), pullPanelMessages)

function runOf(state: Run['state'], ...jobs: Partial<Job>[]): Run {
  return {
    id: 'run-1',
    mode: 'full',
    state,
    startedBy: ada,
    queuedAt: minutesAgo(1),
    finishedAt: null,
    canceling: false,
    jobs: jobs.map((job, at) => buildJob({ id: `job-${at}`, ...job })),
  }
}

const at = (processed: number) => ({ state: 'running', counts: buildCounts({ created: processed }), total: 1000 }) as const

it('says nothing of a run that was there when the page opened', () => {
  const news = createPullNews(text)
  expect(news.next(runOf('running', at(10)), 0)).toBeNull()
})

it('says that a run has started', () => {
  const news = createPullNews(text)
  news.next(null, 0)
  expect(news.next(runOf('queued', { state: 'queued' }), 100)).toBe('The pull has started.')
})

it('speaks 200 updates of 20 seconds as a few sentences, the last with the totals, none twice', () => {
  const news = createPullNews(text)
  news.next(null, 0)
  const said: string[] = []
  for (let update = 0; update <= 200; update += 1) {
    const run = update < 200 ? runOf('running', at(update * 5)) : runOf('succeeded', { ...at(1000), state: 'succeeded' })
    const sentence = news.next(run, update * 100)
    if (sentence !== null) said.push(sentence)
  }
  expect(said.length).toBeGreaterThanOrEqual(3)
  expect(said.length).toBeLessThanOrEqual(8)
  expect(said.at(-1)).toBe('The pull has ended: Synced. Organizations: 1,000 synced.')
  expect(new Set(said).size).toBe(said.length)
})

it('says the end of each object at once, however recently something was said', () => {
  const news = createPullNews(text)
  news.next(null, 0)
  news.next(runOf('running', at(900), { state: 'queued', label: 'People' }), 10)
  const done = { ...at(1000), state: 'completed_with_errors', counts: buildCounts({ created: 998, failed: 2 }) } as const
  expect(news.next(runOf('running', done, { state: 'running', label: 'People' }), 20)).toBe(
    'Organizations: 998 of 1,000 synced. 2 need attention.',
  )
})
