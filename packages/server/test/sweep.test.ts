import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { faultAnswers } from '@pryzm/salesforce-emulator'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Clock } from '../src/index.ts'
import { setUp } from './support/map.ts'
import { pull } from './support/pull.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

/** A clock that is ahead, and waits a hundredth of what is asked. */
const ahead = (minutes: number): Clock => ({
  now: () => new Date(Date.now() + minutes * 60_000),
  sleep: (milliseconds, signal) => pause(milliseconds / 100, undefined, signal && { signal }).catch(() => undefined),
})

let bench: Workbench
beforeEach(async () => {
  bench = await createWorkbench({ server: { clock: ahead(0) } })
  await setUp(bench)
})
afterEach(() => bench.close())

it('a push whose process ended before its outcome was known is settled by another one, without a second record', async () => {
  const id = randomUUID()
  await bench.records.write(workspace, 'organization', [{ id, kind: 'create', values: { name: 'Orphaned' } }], {})
  const lost = bench.org.faults.add({ method: 'POST', path: '/composite', cutAfterBytes: 0 })
  const unread = bench.org.faults.add({ path: 'Pryzm_ID__c%20', respond: faultAnswers.unknownException, times: 100_000 })
  const again = bench.org.faults.add({
    method: 'POST',
    path: '/composite',
    skip: 1,
    respond: faultAnswers.unknownException,
    times: 100_000,
  })
  const { job } = await bench
    .client('editor')
    .pushes.create({ recordType: 'organization', recordId: id, idempotencyKey: 'orphaned-push' })
  expect(job.state).toBe('running')
  await bench.server.close()
  for (const fault of [lost, unread, again]) fault.remove()

  const other = await bench.anotherServer({ clock: ahead(2) })
  await other.work()
  const client = bench.client('editor', workspace, other)
  await vi.waitFor(async () => expect((await client.jobs.get({ id: job.id })).job.state).toBe('succeeded'), 20_000)
  expect(bench.org.admin.find('Account', { Name: 'Orphaned' })).toMatchObject([{ Pryzm_ID__c: id }])
})

it('a workspace is asked about changes once an hour by one process, and its people are told', async () => {
  const describes = () => bench.org.admin.requests.filter(({ path }) => path.endsWith('/describe')).length
  const drifted = () => bench.told.filter(({ type }) => type === 'mapping.drifted')
  bench.org.admin.setPicklistValues('Account', 'Industry', ['Space Travel'])
  const before = describes()
  const work = async (minutes: number) => {
    const servers = await Promise.all([1, 2].map(() => bench.anotherServer({ clock: ahead(minutes) })))
    await Promise.all(servers.map((server) => server.work()))
    return servers
  }
  await work(61)
  await vi.waitFor(() => expect(drifted()).toHaveLength(1), 20_000)
  expect(drifted()[0]?.details).toMatchObject({ changes: [{ kind: 'options_changed', field: 'Industry', mapped: true }] })
  await vi.waitFor(() => expect(describes()).toBe(before + 3), 20_000)
  expect((await bench.client('viewer').connection.get()).drift).toMatchObject({ changes: 1 })

  await Promise.all((await work(119)).map((server) => server.close()))
  expect(describes()).toBe(before + 3)
  bench.moduleOff.add(workspace)
  await Promise.all((await work(122)).map((server) => server.close()))
  expect(describes()).toBe(before + 3)
})

it('a connection that Salesforce ended says so without anybody asking', async () => {
  bench.org.admin.revokeGrants()
  const later = await bench.anotherServer({ clock: ahead(61) })
  await later.work()
  await vi.waitFor(async () => {
    expect((await bench.client().connection.get()).status).toBe('reauthorization_required')
  }, 20_000)
})

it('jobs are deleted whole once their retention has ended', async () => {
  await bench.server.work()
  await pull(bench.client())
  expect((await bench.client().jobs.list({})).items).toHaveLength(3)
  const later = await bench.anotherServer({ clock: ahead(91 * 24 * 60) })
  await later.work()
  await vi.waitFor(async () => expect((await bench.client().jobs.list({})).items).toEqual([]), 20_000)
  expect((await pull(bench.client())).jobs.map(({ counts }) => counts.created)).toEqual([0, 0, 0])
})
