import type { Job, JobDetail, Run } from '@pryzm/salesforce-sdk'
import { ada, buildCounts, buildJob, minutesAgo } from '@pryzm/salesforce-sdk/testing'
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { applyEvent } from './apply-event.ts'
import { keys } from './keys.ts'

const running = buildJob({ id: 'job-1', runId: 'run-1', state: 'running', counts: buildCounts({ created: 10 }) })
const further: Job = { ...running, counts: buildCounts({ created: 20 }) }

function runOf(id: string, queuedAt: string, ...jobs: Job[]): Run {
  return { id, mode: 'full', state: 'running', startedBy: ada, queuedAt, finishedAt: null, canceling: false, jobs }
}

function cacheWith(entries: [readonly unknown[], unknown][]) {
  const cache = new QueryClient()
  for (const [key, value] of entries) cache.setQueryData(key, value)
  return cache
}

it('moves a job on everywhere it is shown: in its run, in the history, on its own page', () => {
  const list = [...keys.jobs, 'list', {}]
  const cache = cacheWith([
    [keys.latestRun, { run: runOf('run-1', minutesAgo(5), running) }],
    [keys.job('job-1'), { job: running, skipReasons: [] }],
    [list, { pages: [{ items: [running], next: null }], pageParams: [null] }],
  ])
  applyEvent(cache, { type: 'job', job: further })
  expect(cache.getQueryData<{ run: Run }>(keys.latestRun)?.run.jobs).toEqual([further])
  expect(cache.getQueryData<JobDetail>(keys.job('job-1'))?.job).toEqual(further)
  expect(cache.getQueryData(list)).toMatchObject({ pages: [{ items: [further] }] })
})

it('shows a newer run instead of the last one, and never an older one', () => {
  const now = runOf('run-2', minutesAgo(1), running)
  const cache = cacheWith([[keys.latestRun, { run: runOf('run-1', minutesAgo(9)) }]])
  applyEvent(cache, { type: 'run', run: now })
  applyEvent(cache, { type: 'run', run: runOf('run-1', minutesAgo(9)) })
  expect(cache.getQueryData(keys.latestRun)).toEqual({ run: now })
})

it('leaves lists alone that do not show the job', () => {
  const list = [...keys.jobs, 'list', { state: 'failed' }]
  const pages = { pages: [{ items: [], next: null }], pageParams: [null] }
  const cache = cacheWith([[list, pages]])
  applyEvent(cache, { type: 'job', job: further })
  expect(cache.getQueryData(list)).toBe(pages)
})

it('reads again what has changed, and nothing else', () => {
  const cache = cacheWith([
    [keys.mapping, {}],
    [keys.connection, {}],
  ])
  applyEvent(cache, { type: 'changed', what: 'mapping' })
  expect(cache.getQueryState(keys.mapping)?.isInvalidated).toBe(true)
  expect(cache.getQueryState(keys.connection)?.isInvalidated).toBe(false)
})

it('reads both sides of a mapping again when it changed, because a field may have come or gone', () => {
  const schema = [...keys.schemas, 'Account', null]
  const cache = cacheWith([
    [keys.mapping, { version: 1 }],
    [schema, { object: 'Account' }],
    [keys.jobs, { items: [] }],
  ])
  applyEvent(cache, { type: 'changed', what: 'mapping' })
  expect(cache.getQueryState(keys.mapping)?.isInvalidated).toBe(true)
  expect(cache.getQueryState(schema)?.isInvalidated).toBe(true)
  expect(cache.getQueryState(keys.jobs)?.isInvalidated).toBe(false)
})
