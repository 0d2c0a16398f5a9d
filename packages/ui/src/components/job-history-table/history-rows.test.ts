import { buildCounts, buildJob } from '@pryzm/salesforce-sdk/testing'
import { describe, expect, it } from 'vitest'
import { historyFilterOf, historySearch, toQuery, withFilter, withoutFilters } from './history-filter.ts'
import { historyRows } from './history-rows.ts'

describe('the rows of the history', () => {
  const account = buildJob({
    id: 'a',
    runId: 'run',
    state: 'succeeded',
    counts: buildCounts({ created: 2 }),
    startedAt: '2026-03-04T10:00:00.000Z',
    finishedAt: '2026-03-04T10:01:00.000Z',
  })
  const contact = buildJob({
    id: 'c',
    runId: 'run',
    object: 'Contact',
    state: 'completed_with_errors',
    counts: buildCounts({ updated: 3, failed: 1 }),
    startedAt: '2026-03-04T10:01:00.000Z',
    finishedAt: '2026-03-04T10:04:00.000Z',
  })
  const push = buildJob({ id: 'p', runId: null, kind: 'push' })

  it('fold neighbouring jobs of a run into one, with the sum of its counts and its whole length', () => {
    const [run, alone] = historyRows([account, contact, push])
    expect(run).toMatchObject({
      id: 'run run',
      jobs: [account, contact],
      state: 'completed_with_errors',
      counts: { processed: 6, created: 2, updated: 3, failed: 1 },
      startedAt: account.startedAt,
      finishedAt: contact.finishedAt,
    })
    expect(alone).toMatchObject({ id: 'p', jobs: [] })
  })

  it('say that a run goes on while one of its jobs does', () => {
    const [run] = historyRows([account, { ...contact, state: 'running', finishedAt: null }])
    expect(run).toMatchObject({ state: 'running', finishedAt: null })
  })

  it('leave pushes apart, though none of them has a run', () => {
    expect(historyRows([push, { ...push, id: 'q' }])).toHaveLength(2)
  })

  it('leave the only job of a run as it is', () => {
    expect(historyRows([account])[0]).toMatchObject({ id: 'a', jobs: [] })
  })
})

describe('the filter of the history', () => {
  it('loses a part that is emptied', () => {
    expect(withFilter({ kind: 'pull', state: 'failed' }, 'state', '')).toEqual({ kind: 'pull' })
  })

  it('asks for days from their first to their last instant', () => {
    const { from, to } = toQuery({ from: '2026-03-01', to: '2026-03-01' })
    expect(new Date(from ?? '').getHours()).toBe(0)
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000)
  })

  it('goes into an address and comes back the same', () => {
    const filter = { kind: 'push', state: 'failed', startedBy: 'ada & co', from: '2026-03-01', order: 'longest' } as const
    expect(historyFilterOf(historySearch(filter))).toEqual(filter)
    expect(historySearch({})).toBe('')
  })

  it('leaves out what an address holds that is no filter', () => {
    expect(historyFilterOf('?kind=pull&state=gone&from=yesterday&to=2026-99-99&order=biggest&page=7')).toEqual({ kind: 'pull' })
  })

  it('keeps the order when it is cleared', () => {
    expect(withoutFilters({ kind: 'pull', order: 'longest' })).toEqual({ order: 'longest' })
  })
})
