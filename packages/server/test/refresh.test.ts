import { afterEach, describe, expect, it, vi } from 'vitest'
import { faultAnswers } from '@pryzm/salesforce-emulator'
import { signIn } from './support/connect.ts'
import { setUp } from './support/map.ts'
import { ended, jobOf, pull, runWhere } from './support/pull.ts'
import { createWorkbench, databases, type Workbench, type WorkbenchOptions } from './support/workbench.ts'

const open: Workbench[] = []
async function connected(options: WorkbenchOptions = {}): Promise<Workbench> {
  const bench = await createWorkbench(options)
  open.push(bench)
  await signIn(bench)
  return bench
}
afterEach(async () => {
  for (const bench of open.splice(0)) await bench.close()
})

describe.each(databases)('a token that has died, on $name', ({ open: openDatabase }) => {
  it('is renewed once, whoever asks at the same time, and the rotated token is kept', async () => {
    const bench = await connected({ database: await openDatabase() })
    const counted = bench.org.faults.add({ method: 'POST', path: '/oauth2/token', latencyMs: 30, times: 100 })
    for (const round of [1, 2, 3]) {
      bench.org.admin.expireSessions()
      const answers = await Promise.all(Array.from({ length: 6 }, () => bench.client().pipelines.stages()))
      expect(answers.every(({ items }) => items.length > 0)).toBe(true)
      expect(counted.hits).toBe(round)
    }
    expect((await bench.client().connection.get()).status).toBe('connected')
  })
})

it('is renewed once across two processes', async () => {
  const bench = await connected()
  const another = await bench.anotherServer()
  const counted = bench.org.faults.add({ method: 'POST', path: '/oauth2/token', latencyMs: 30, times: 100 })
  bench.org.admin.expireSessions()
  const request = () =>
    new Request('http://app.test/api/salesforce/pipelines/salesforce-stages', { headers: { authorization: 'admin acme' } })
  const answers = await Promise.all([0, 1, 2, 3].flatMap(() => [bench.server.handle(request()), another.handle(request())]))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  expect(counted.hits).toBe(1)
})

describe('a grant that was revoked', () => {
  it('asks to reconnect, with the reason, and goes on after that', async () => {
    const bench = await connected()
    bench.org.admin.revokeGrants()
    await expect(bench.client().setup.check()).rejects.toMatchObject({ code: 'reauthorization_required', remedy: 'reconnect' })
    expect(await bench.client('viewer').connection.get()).toMatchObject({
      status: 'reauthorization_required',
      reason: 'token_revoked',
      org: { name: 'Acme Industrial' },
    })
    expect(bench.told.map(({ type }) => type)).toContain('connection.reauthorization_required')
    await signIn(bench)
    expect((await bench.client().connection.get()).status).toBe('connected')
    expect((await bench.client().setup.check()).checks.length).toBeGreaterThan(5)
  })

  it('tells a deactivated user apart', async () => {
    const bench = await connected()
    bench.org.admin.deactivateUser('dana@acme-industrial.example')
    bench.org.admin.expireSessions()
    await expect(bench.client().setup.check()).rejects.toMatchObject({
      code: 'reauthorization_required',
      details: { reason: 'user_deactivated' },
    })
  })

  it('pauses a pull, which goes on by itself after reconnecting', async () => {
    const bench = await connected()
    await setUp(bench)
    bench.org.admin.revokeGrants()
    await bench.server.work()
    await expect(bench.client().runs.start({})).rejects.toMatchObject({ code: 'reauthorization_required' })
    await signIn(bench)
    bench.org.faults.add({ path: '/jobs/query/', skip: 1, respond: faultAnswers.deadSession, times: 2 })
    const { run } = await bench.client().runs.start({})
    const paused = await runWhere(bench.client(), run.id, ({ state }) => state === 'paused')
    expect(jobOf(paused, 'Account')).toMatchObject({ state: 'paused', nextTryAt: null })
    expect((await bench.client().connection.get()).status).toBe('reauthorization_required')
    await expect(bench.client().runs.resume({ id: run.id })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This run goes on once Salesforce is connected again.',
    })
    await signIn(bench)
    const done = await ended(bench.client(), run.id)
    expect(jobOf(done, 'Account')).toMatchObject({ state: 'succeeded', counts: { created: 4, processed: 4 } })
  })
})

describe('an org that does not answer', () => {
  it('pauses a pull, which goes on at once when somebody asks for it', async () => {
    const bench = await connected()
    await setUp(bench)
    await bench.server.work()
    const fault = bench.org.faults.add({ path: '/jobs/query', respond: faultAnswers.maintenancePage, times: 1000 })
    const { run } = await bench.client().runs.start({})
    const paused = await runWhere(bench.client(), run.id, ({ state }) => state === 'paused')
    expect(Date.parse(jobOf(paused, 'Account').nextTryAt ?? '')).toBeGreaterThan(Date.now() + 30_000)
    fault.remove()
    const resumed = await bench.client().runs.resume({ id: run.id })
    expect(Date.parse(jobOf(resumed, 'Account').nextTryAt ?? '')).toBeLessThanOrEqual(Date.now())
    const done = await ended(bench.client(), run.id)
    expect(jobOf(done, 'Account')).toMatchObject({ state: 'succeeded', nextTryAt: null, counts: { created: 4 } })
    await expect(bench.client().runs.resume({ id: run.id })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('an org without room for calls', () => {
  it('pauses a pull until the next look and shows the connection as degraded', async () => {
    const bench = await connected()
    await setUp(bench)
    await bench.server.work()
    const fault = bench.org.faults.add({ path: '/jobs/query', respond: faultAnswers.dailyLimit, times: 1000 })
    const { run } = await bench.client().runs.start({})
    const paused = await runWhere(bench.client(), run.id, ({ state }) => state === 'paused')
    expect(Date.parse(jobOf(paused, 'Account').nextTryAt ?? '')).toBeGreaterThan(Date.now() + 10 * 60_000)
    expect(await bench.client().connection.get()).toMatchObject({ status: 'degraded', reason: 'api_limit_reached' })
    const again = await bench.client().runs.start({})
    expect(again).toMatchObject({ alreadyRunning: true, run: { id: run.id } })
    await vi.waitFor(() => expect(fault.hits).toBeGreaterThan(1), 10_000)
    await runWhere(bench.client(), run.id, ({ state }) => state === 'paused')
    fault.remove()
    expect(await bench.client().runs.cancel({ id: run.id })).toMatchObject({ state: 'canceled' })
    expect((await pull(bench.client())).jobs.map(({ state }) => state)).toEqual([
      'succeeded',
      'succeeded',
      'completed_with_errors',
    ])
    expect((await bench.client().connection.get()).status).toBe('connected')
  })
})
