import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HostEvent, Store } from '../../src/engine/ports/index.ts'
import { createBackground } from '../../src/host/background.ts'
import { hostTeller } from '../../src/host/tell-host.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { openStore } from '../support/store.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

describe.each(databases)('events of the host on $name', ({ open }) => {
  let sql: Sql
  let store: Store
  let clock: Awaited<ReturnType<typeof openStore>>['clock']
  let workspace: string
  const logged: string[] = []
  beforeAll(async () => {
    sql = await open()
    ;({ store, clock } = await openStore(sql))
  })
  afterAll(() => sql.close())
  beforeEach(async () => {
    workspace = randomUUID()
    logged.length = 0
    // What other tests have left is nobody's here.
    for (const { id } of await store.outbox.claim(later(30 * dayMs), later(30 * dayMs), 1000)) await store.outbox.drop(id)
  })

  const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds)
  const newEvent = (details: Record<string, unknown> = {}): HostEvent => ({
    id: randomUUID(),
    type: 'record.pushed',
    workspace,
    at: clock.now().toISOString(),
    details,
  })

  /** A process of the host that answers each event so. */
  function processOf(onEvent: (event: HostEvent) => Promise<void> | void) {
    const note = (message: string) => void logged.push(message)
    const log = { info: note, warn: note, error: note }
    const background = createBackground(log)
    const teller = hostTeller(onEvent, { outbox: store.outbox, clock, log, inBackground: (work) => background.add(work) })
    return { ...teller, settled: () => background.settle(5000) }
  }

  it('are told once where the host takes them', async () => {
    const heard: HostEvent[] = []
    const host = processOf((event) => void heard.push(event))
    const event = newEvent({ recordId: 'r' })
    await host.tellHost(event)
    await host.settled()
    clock.move(dayMs)
    await host.tellHostAgain()
    expect(heard).toEqual([event])
    expect(logged).toEqual([])
  })

  it('are offered again until the host takes them, at first within seconds, later at twice the distance each time', async () => {
    let offers = 0
    const host = processOf(() => {
      offers += 1
      if (offers < 12) throw new Error('The host is busy.')
    })
    await host.tellHost(newEvent())
    await host.settled()
    expect(offers).toBe(5)
    expect(logged).toEqual(['The host did not take an event. It is offered again'])
    await host.tellHostAgain()
    expect(offers).toBe(5)
    clock.move(3 * minuteMs)
    await host.tellHostAgain()
    expect(offers).toBe(10)
    clock.move(2 * minuteMs)
    await host.tellHostAgain()
    expect(offers).toBe(10)
    clock.move(minuteMs)
    await host.tellHostAgain()
    expect(offers).toBe(12)
    clock.move(dayMs)
    await host.tellHostAgain()
    expect(offers).toBe(12)
  })

  it('that a process died with are told by another one, each by one of several', async () => {
    const dying = processOf(() => new Promise(() => undefined))
    const events = Array.from({ length: 20 }, () => newEvent())
    for (const event of events) await dying.tellHost(event)
    const heard: string[][] = [[], []]
    const others = heard.map((list) => processOf(({ id }) => void list.push(id)))
    await Promise.all(others.map((other) => other.tellHostAgain()))
    expect(heard).toEqual([[], []])
    clock.move(3 * minuteMs)
    await Promise.all(others.map((other) => other.tellHostAgain()))
    expect(heard.flat().toSorted()).toEqual(events.map(({ id }) => id).toSorted())
  })

  it('are given up after three days, and the log has them', async () => {
    const host = processOf(() => Promise.reject(new Error('Never.')))
    await host.tellHost(newEvent())
    await host.settled()
    clock.move(3 * dayMs)
    await host.tellHostAgain()
    expect(logged.at(-1)).toBe('The host did not take an event for three days')
    logged.length = 0
    clock.move(dayMs)
    await host.tellHostAgain()
    expect(logged).toEqual([])
  })

  it('are erased with their record and with their workspace', async () => {
    const [record, other] = [randomUUID(), randomUUID()]
    for (const recordId of [record, other]) await store.outbox.keep(newEvent({ recordId }), clock.now())
    await store.erasure.forget(workspace, 'organization', record)
    const left = await store.outbox.claim(clock.now(), clock.now(), 10)
    expect(left.map(({ details }) => (details as { recordId?: string }).recordId)).toEqual([other])
    await store.erasure.purge(workspace)
    expect(await store.outbox.claim(clock.now(), clock.now(), 10)).toEqual([])
  })
})
