import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import type { LiveEvent } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { createLiveEvents, liveEventsOf, type LiveListener, type LiveStatus, reconnectDelay } from './live-events.ts'

const changed: LiveEvent = { type: 'changed', what: 'connection' }

function liveOver(scenario = scenarios.connectedHealthy) {
  const transport = createScenarioTransport(scenario)
  const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  const events: LiveEvent[] = []
  const statuses: LiveStatus[] = []
  let resumed = 0
  const stream = createLiveEvents(client, () => 1)
  const listener: LiveListener = { onEvent: (event) => events.push(event), onResumed: () => (resumed += 1) }
  const live = { ...stream, open: () => stream.open(listener) }
  live.subscribe(() => statuses.push(live.status()))
  return { transport, live, events, statuses, resumed: () => resumed }
}

/** Emits until somebody hears it: the stream opens some moments after it was asked for. */
async function emitUntilHeard({ transport, events }: ReturnType<typeof liveOver>) {
  await expect
    .poll(() => {
      transport.emit(changed)
      return events.length
    })
    .toBeGreaterThan(0)
}

it('opens one stream for all who need it, and closes it with the last', async () => {
  const page = liveOver()
  const closeFirst = page.live.open()
  const closeSecond = page.live.open()
  await emitUntilHeard(page)
  expect(page.live.status()).toBe('live')
  expect(page.transport.calls.filter(({ route }) => route === 'events.stream')).toHaveLength(1)
  closeFirst()
  expect(page.live.status()).toBe('live')
  closeSecond()
  expect(page.live.status()).toBe('idle')
})

it('is one stream for all who were given the same client, each told once of what happens', async () => {
  const transport = createScenarioTransport(scenarios.connectedHealthy)
  const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  const heard: string[] = []
  const follow = (name: string) => {
    const listener: LiveListener = { onEvent: () => heard.push(name), onResumed: () => undefined }
    return () => liveEventsOf(client).open(listener)
  }
  const first = follow('first')
  const closings = [first(), first(), follow('second')()]
  await expect.poll(() => liveEventsOf(client).status()).toBe('live')
  transport.emit(changed)
  await expect.poll(() => heard).toEqual(['first', 'second'])
  expect(transport.calls.filter(({ route }) => route === 'events.stream')).toHaveLength(1)
  for (const close of closings) close()
  expect(liveEventsOf(client).status()).toBe('idle')
  const other = createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  expect(liveEventsOf(other)).not.toBe(liveEventsOf(client))
})

it('tries again after a break, and says that events may have been missed', async () => {
  const page = liveOver({ ...scenarios.connectedHealthy, overrides: { 'events.stream': { error: 'offline' } } })
  const close = page.live.open()
  await expect.poll(() => page.live.status()).toBe('interrupted')
  page.transport.override('events.stream', null)
  await expect.poll(() => page.live.status()).toBe('live')
  expect(page.resumed()).toBe(1)
  await emitUntilHeard(page)
  close()
})

it('does not knock at a door that is closed to this person', async () => {
  const page = liveOver({
    ...scenarios.connectedHealthy,
    overrides: { 'events.stream': { error: { code: 'module_disabled', message: 'The module is not enabled.' } } },
  })
  const close = page.live.open()
  await expect.poll(() => page.live.status()).toBe('interrupted')
  expect(page.transport.calls.filter(({ route }) => route === 'events.stream')).toHaveLength(1)
  close()
})

it('waits longer from attempt to attempt, but never more than 30 seconds', () => {
  const delays = Array.from({ length: 12 }, (_, attempt) => reconnectDelay(attempt))
  expect(delays.every((delay, attempt) => delay > 0.7 * Math.min(30_000, 1000 * 2 ** attempt) && delay <= 30_000)).toBe(true)
})
