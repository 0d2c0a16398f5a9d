import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobOrder, Mapping } from '@pryzm/salesforce-sdk/contract'
import type { MappingSave, Store } from '../../src/engine/ports/index.ts'
import { createStore } from '../../src/postgres/create-store.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { ada, keys, newLink, newResult, newRun, noCounts, openStore, pullJob, standingClock } from '../support/store.ts'

const at = new Date('2026-03-04T10:00:00.000Z')
const nothing = async () => undefined
const migrations = new URL('../../src/postgres/migrations/', import.meta.url)

describe.each(databases)('the store on $name', ({ open }) => {
  let sql: Sql
  let store: Store
  beforeAll(async () => {
    sql = await open()
    ;({ store } = await openStore(sql))
  })
  afterAll(() => sql.close())

  it('brings its tables up to date once, however many processes start at once', async () => {
    const stores = [1, 2, 3, 4].map(() => createStore({ sql, schema: 'several_at_once', keys, clock: standingClock() }))
    await expect(Promise.all(stores)).resolves.toHaveLength(4)
    const run = await sql.query<{ name: string }>('select name from several_at_once.migrations order by name')
    expect(run.map(({ name }) => `${name}.ts`)).toEqual(readdirSync(migrations).toSorted())
  })

  describe('mappings', () => {
    const mapping = { pairs: [] } as unknown as Mapping

    const save = (workspace: string, baseVersion: number, rest: Partial<MappingSave> = {}) =>
      store.mappings.add(workspace, {
        baseVersion,
        mapping,
        savedBy: ada,
        savedAt: at,
        restoredFrom: null,
        changes: { added: 2, removed: 0, changed: 1 },
        ...rest,
      })

    it('are versioned; a save on a version that is not the newest is refused', async () => {
      const workspace = randomUUID()
      expect(await store.mappings.latest(workspace)).toBeNull()
      const savedAt = at.toISOString()
      expect(await save(workspace, 0)).toEqual({ version: 1, mapping, savedBy: ada, savedAt, restoredFrom: null })
      expect(await save(workspace, 0)).toBeNull()
      expect(await save(workspace, 7)).toBeNull()
      expect(await save(workspace, 1, { restoredFrom: 1 })).toMatchObject({ version: 2, restoredFrom: 1 })
      expect(await store.mappings.latest(workspace)).toMatchObject({ version: 2, restoredFrom: 1 })
      expect(await store.mappings.version(workspace, 1)).toMatchObject({ version: 1, mapping })
      expect(await store.mappings.version(randomUUID(), 1)).toBeNull()
    })

    it('let one of two saves on the same version through', async () => {
      const workspace = randomUUID()
      const saves = [1, 2].map(() => save(workspace, 0))
      expect((await Promise.all(saves)).filter((saved) => saved !== null)).toHaveLength(1)
    })

    it('list their versions page by page, newest first, with what each changed', async () => {
      const workspace = randomUUID()
      for (const baseVersion of [0, 1, 2]) await save(workspace, baseVersion)
      const first = await store.mappings.versions(workspace, { cursor: null, limit: 2 })
      expect(first.items.map(({ version }) => version)).toEqual([3, 2])
      expect(first.items[0]?.changes).toEqual({ added: 2, removed: 0, changed: 1 })
      const second = await store.mappings.versions(workspace, { cursor: first.next, limit: 2 })
      expect(second).toMatchObject({ items: [{ version: 1 }], next: null })
      expect((await store.mappings.versions(workspace, { cursor: '9'.repeat(15), limit: 2 })).items).toHaveLength(2)
    })

    it('are listed without their mappings, however many and large they are', async () => {
      const workspace = randomUUID()
      await sql.query(
        `insert into pryzm_salesforce.mapping_versions (workspace, version, mapping, saved_by, saved_at, changes)
         select $1, version, json_build_object('pairs', repeat('x', 100000)), '{}', now(), '{}'
         from generate_series(1, 1000) as version`,
        [workspace],
      )
      const { items } = await store.mappings.versions(workspace, { cursor: null, limit: 1000 })
      expect(items).toHaveLength(1000)
      expect(items.filter((version) => 'mapping' in version)).toEqual([])
    })

    it('list a version that was saved before changes were counted without them', async () => {
      const workspace = randomUUID()
      await save(workspace, 0)
      await sql.query('update pryzm_salesforce.mapping_versions set changes = null where workspace = $1', [workspace])
      const { items } = await store.mappings.versions(workspace, { cursor: null, limit: 2 })
      expect(items).toMatchObject([{ version: 1, changes: null }])
    })
  })

  describe('runs', () => {
    it('come back with their jobs in order', async () => {
      const workspace = randomUUID()
      const run = newRun(workspace, {
        jobs: [
          pullJob(),
          pullJob({
            object: 'Contact',
            recordType: 'person',
            label: 'People',
            state: 'skipped',
            reason: { code: 'x', sentence: 'X.' },
          }),
        ],
      })
      const started = await store.runs.start(run, nothing)
      expect(started.alreadyRunning).toBe(false)
      expect(started.run).toMatchObject({
        id: run.id,
        mode: 'full',
        state: 'queued',
        startedBy: ada,
        finishedAt: null,
        canceling: false,
      })
      expect(started.run.jobs.map(({ object, state, mode, counts }) => ({ object, state, mode, counts }))).toEqual([
        { object: 'Account', state: 'queued', mode: 'full', counts: noCounts },
        { object: 'Contact', state: 'skipped', mode: 'full', counts: noCounts },
      ])
      expect(started.run.jobs[1]?.reason).toEqual({ code: 'x', sentence: 'X.' })
      expect(await store.runs.get(workspace, run.id)).toEqual(started.run)
      expect(await store.runs.latest(workspace)).toEqual(started.run)
      expect(await store.runs.get(randomUUID(), run.id)).toBeNull()
    })

    it('are one at a time: a second press gets the run under way, and nothing is queued for it', async () => {
      const workspace = randomUUID()
      let queued = 0
      const presses = [1, 2, 3, 4].map(() => store.runs.start(newRun(workspace), async () => void queued++))
      const answers = await Promise.all(presses)
      expect(new Set(answers.map(({ run }) => run.id)).size).toBe(1)
      expect(answers.filter(({ alreadyRunning }) => !alreadyRunning)).toHaveLength(1)
      expect(queued).toBe(1)
      await store.runs.finish(answers[0]!.run.id, 'succeeded', at)
      expect(await store.runs.start(newRun(workspace), nothing)).toMatchObject({ alreadyRunning: false })
    })

    it('tell how many wait before them, until they begin', async () => {
      const first = randomUUID()
      const last = randomUUID()
      const { run } = await store.runs.start(newRun(first, { jobs: [pullJob()] }), nothing)
      const before = run.waitingAhead ?? 0
      const paused = await store.runs.start(newRun(randomUUID(), { jobs: [pullJob()] }), nothing)
      await store.jobs.change(paused.run.jobs[0]!.id, { state: 'paused' })
      const started = await store.runs.start(newRun(last, { jobs: [pullJob()] }), nothing)
      expect(started.run.waitingAhead).toBe(before + 1)
      await store.jobs.change(run.jobs[0]!.id, { state: 'running' })
      expect((await store.runs.latest(last))?.waitingAhead).toBe(before)
      expect(await store.runs.latest(first)).not.toHaveProperty('waitingAhead')
      await store.runs.finish(started.run.id, 'canceled', at)
      expect(await store.runs.latest(last)).not.toHaveProperty('waitingAhead')
    })

    it('leave nothing behind when they cannot be queued', async () => {
      const workspace = randomUUID()
      await expect(store.runs.start(newRun(workspace), () => Promise.reject(new Error('no queue')))).rejects.toThrow('no queue')
      expect(await store.runs.latest(workspace)).toBeNull()
    })

    it('show where they stand: queued, running, paused, canceling, ended', async () => {
      const workspace = randomUUID()
      const { run } = await store.runs.start(newRun(workspace, { jobs: [pullJob(), pullJob({ object: 'Contact' })] }), nothing)
      const state = async () => (await store.runs.get(workspace, run.id))?.state
      await store.jobs.change(run.jobs[0]!.id, { state: 'running' })
      expect(await state()).toBe('running')
      await store.jobs.change(run.jobs[0]!.id, { state: 'succeeded' })
      expect(await state()).toBe('running')
      await store.jobs.change(run.jobs[1]!.id, { state: 'paused' })
      expect(await state()).toBe('paused')

      expect(await store.runs.isCanceling(run.id)).toBe(false)
      expect(await store.runs.cancel(randomUUID(), run.id)).toBe(false)
      expect(await store.runs.cancel(workspace, run.id)).toBe(true)
      expect(await store.runs.isCanceling(run.id)).toBe(true)
      expect((await store.runs.get(workspace, run.id))?.canceling).toBe(true)

      await store.runs.finish(run.id, 'canceled', at)
      expect(await store.runs.get(workspace, run.id)).toMatchObject({
        state: 'canceled',
        canceling: false,
        finishedAt: at.toISOString(),
      })
      expect(await store.runs.cancel(workspace, run.id)).toBe(false)
    })
  })

  describe('jobs', () => {
    it('change in what is named', async () => {
      const workspace = randomUUID()
      const { run } = await store.runs.start(newRun(workspace, { jobs: [pullJob({ onlyIds: ['001A'] })] }), nothing)
      const { id } = run.jobs[0]!
      const plan = { attributes: [], fields: [], leftOut: [] }
      await store.jobs.change(id, {
        state: 'paused',
        reason: { code: 'salesforce_limit', sentence: 'Wait.' },
        total: 100,
        startedAt: at,
        nextTryAt: at,
        plan,
        progress: {
          phase: 'pages',
          queryId: '750A',
          queriedAt: at,
          planHash: 'p1',
          locator: 'L2',
          rowsRead: 7,
          queriesStarted: 1,
        },
      })
      await store.jobs.change(id, { progress: { locator: null, pagesDone: 3, ingestId: '751A' } })
      await store.jobs.change(id, {})
      expect(await store.jobs.get(workspace, id)).toMatchObject({
        workspace,
        runId: run.id,
        state: 'paused',
        reason: { code: 'salesforce_limit', sentence: 'Wait.' },
        total: 100,
        startedAt: at.toISOString(),
        finishedAt: null,
        nextTryAt: at.toISOString(),
        onlyIds: ['001A'],
        plan,
        recordId: null,
        idempotencyKey: null,
        progress: {
          phase: 'pages',
          queryId: '750A',
          queriedAt: at,
          planHash: 'p1',
          locator: null,
          pagesDone: 3,
          rowsRead: 7,
          queriesStarted: 1,
          ingestId: '751A',
        },
      })
      await store.jobs.change(id, { reason: null, nextTryAt: null })
      expect(await store.jobs.get(workspace, id)).toMatchObject({ reason: null, nextTryAt: null })
      expect(await store.jobs.get(randomUUID(), id)).toBeNull()
    })

    it('are listed newest first, page by page, each once', async () => {
      const workspace = randomUUID()
      const ids: string[] = []
      for (let index = 0; index < 7; index++) ids.unshift((await addPush(workspace, { recordId: randomUUID() })).job.id)
      const found: string[] = []
      let cursor: string | null = null
      do {
        const page = await store.jobs.list({ ...everything(workspace), cursor, limit: 3 })
        expect(page.total).toBe(ids.length)
        found.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(found).toEqual(ids)
    })

    it('are found by object, kind, state, person and time', async () => {
      const workspace = randomUUID()
      const { run } = await store.runs.start(newRun(workspace), nothing)
      const push = await addPush(workspace, {
        object: 'Contact',
        startedBy: { id: 'eli', name: 'Eli' },
        queuedAt: new Date('2026-03-05T10:00:00.000Z'),
      })
      const found = async (filter: object) =>
        (await store.jobs.list({ ...everything(workspace), ...filter })).items.map(({ id }) => id)
      const [pullId, pushId] = [run.jobs[0]!.id, push.job.id]
      expect(await found({ object: 'Account' })).toEqual([pullId])
      expect(await found({ kind: 'push' })).toEqual([pushId])
      expect(await found({ state: 'running' })).toEqual([pushId])
      expect(await found({ startedBy: 'eli' })).toEqual([pushId])
      expect(await found({ from: new Date('2026-03-05T00:00:00.000Z') })).toEqual([pushId])
      expect(await found({ to: new Date('2026-03-05T00:00:00.000Z') })).toEqual([pullId])
      expect(await found({ object: 'Account', kind: 'push' })).toEqual([])
      expect(await store.jobs.list({ ...everything(workspace), kind: 'push' })).toMatchObject({ total: 1 })
      expect(await store.jobs.list({ ...everything(workspace), object: 'Account', kind: 'push' })).toMatchObject({ total: 0 })
      expect(await store.jobs.people(workspace)).toEqual([ada, { id: 'eli', name: 'Eli' }])
      expect(await store.jobs.people(randomUUID())).toEqual([])
    })

    it('are listed by how long they took, page by page, each once, those without a duration last', async () => {
      const workspace = randomUUID()
      const took = [3, null, 1, 2, null, 2, 0.5]
      const ids: string[] = []
      for (const seconds of took) {
        const { job } = await addPush(workspace, { startedAt: at })
        ids.push(job.id)
        if (seconds === null) continue
        const end = new Date(at.getTime() + seconds * 1000)
        await store.jobs.finishPush(job.id, { state: 'succeeded', reason: null, at: end, result: newResult(1) })
      }
      const listed = async (order: JobOrder, limit: number) => {
        const found: number[] = []
        let cursor: string | null = null
        do {
          const page = await store.jobs.list({ ...everything(workspace), order, cursor, limit })
          found.push(...page.items.map(({ id }) => ids.indexOf(id)))
          cursor = page.next
        } while (cursor !== null)
        return found
      }
      for (const limit of [1, 2, 3, 100]) {
        expect(await listed('longest', limit)).toEqual([0, 5, 3, 2, 6, 4, 1])
        expect(await listed('shortest', limit)).toEqual([6, 2, 3, 5, 0, 4, 1])
        expect(await listed('oldest', limit)).toEqual([0, 1, 2, 3, 4, 5, 6])
      }
    })

    it('are read by how long they took from an index, however many there are', async () => {
      const workspace = randomUUID()
      await sql.query(
        `insert into pryzm_salesforce.jobs (id, workspace, kind, object, label, state, mapping_version, started_by_id, started_by_name, queued_at, started_at, finished_at)
         select $1 || number, $1, 'push', 'Account', 'Organizations', 'succeeded', 1, 'ada', 'Ada', now(), now(), now() + number * interval '1 millisecond'
         from generate_series(1, 5000) as number`,
        [workspace],
      )
      await sql.query('analyze pryzm_salesforce.jobs')
      const plan = await sql.query<{ 'QUERY PLAN': string }>(
        `explain select * from pryzm_salesforce.jobs where workspace = $1 and deleting = false and (finished_at - started_at) is not null
           and ((finished_at - started_at), no) < ('3 seconds'::interval, 1::bigint)
         order by (finished_at - started_at) desc, no desc limit 26`,
        [workspace],
      )
      const text = plan.map((line) => line['QUERY PLAN']).join('\n')
      expect(text).toContain('jobs_by_duration')
      expect(text).not.toMatch(/Sort|Seq Scan/)
    })

    it('refuse a cursor that is not theirs', async () => {
      await expect(store.jobs.list({ ...everything(randomUUID()), cursor: `1'; --` })).rejects.toMatchObject({
        code: 'invalid_input',
      })
    })
  })

  describe('pushes', () => {
    it('with the same key are one job, until that key is old', async () => {
      const workspace = randomUUID()
      const press = () => addPush(workspace, { idempotencyKey: 'press-1' })
      const answers = await Promise.all([press(), press(), press()])
      expect(answers.filter(({ existed }) => !existed)).toHaveLength(1)
      expect(new Set(answers.map(({ job }) => job.id)).size).toBe(1)
      expect((await addPush(workspace, { idempotencyKey: 'press-2' })).existed).toBe(false)
      expect((await addPush(randomUUID(), { idempotencyKey: 'press-1' })).existed).toBe(false)
      expect((await addPush(workspace, { idempotencyKey: 'press-1' }, new Date('2026-03-04T10:00:01.000Z'))).existed).toBe(false)
    })

    it('take over an old key once, however many ask for it at once', async () => {
      const workspace = randomUUID()
      const press = (since: Date) => addPush(workspace, { idempotencyKey: 'press-1', queuedAt: since }, since)
      await press(at)
      const later = new Date('2026-03-06T10:00:00.000Z')
      const answers = await Promise.all(Array.from({ length: 12 }, () => press(later)))
      expect(answers.filter(({ existed }) => !existed)).toHaveLength(1)
      expect(new Set(answers.map(({ job }) => job.id)).size).toBe(1)
    })

    it('end with their result, counts and state, once', async () => {
      const workspace = randomUUID()
      const { job } = await addPush(workspace)
      const skips = [
        { attribute: 'website', reason: 'rejected_by_salesforce' as const, sentence: 'No.', dropped: 'x\0y' },
        { attribute: 'phone', reason: 'rejected_by_salesforce' as const, sentence: 'No.', dropped: null },
      ]
      const finish = { state: 'succeeded' as const, reason: null, at, result: newResult(1, { outcome: 'updated', skips }) }
      await store.jobs.finishPush(job.id, finish)
      await store.jobs.finishPush(job.id, { ...finish, state: 'failed' })
      expect(await store.jobs.get(workspace, job.id)).toMatchObject({
        state: 'succeeded',
        finishedAt: at.toISOString(),
        counts: { ...noCounts, processed: 1, updated: 1, withSkippedFields: 1, skippedFields: 2 },
      })
      expect(await store.jobs.skipReasons(job.id)).toEqual([{ reason: 'rejected_by_salesforce', fields: 2 }])
      const { items } = await store.jobs.results({ ...allResults(job.id) })
      expect(items).toMatchObject([{ outcome: 'updated', name: 'Account 1', skips }])
    })

    it('that ended before write nothing any more, no link either', async () => {
      const workspace = randomUUID()
      const { job } = await addPush(workspace)
      const scope = { workspace, orgId: '00D000000000001EAA', object: 'Account' as const, recordType: 'organization' as const }
      const finish = (salesforceId: string) => {
        const link = newLink(1, { recordId: job.recordId!, salesforceId })
        return store.jobs.finishPush(job.id, {
          state: 'succeeded',
          reason: null,
          at,
          result: newResult(1),
          link: { scope, link },
        })
      }
      expect(await finish('001000000000001AAA')).not.toBeNull()
      expect(await finish('001000000000002AAA')).toBeNull()
      expect(await store.links.bySalesforceId(scope, '001000000000002AAA')).toBeNull()
      expect(await store.links.byRecord(scope, job.recordId!)).toMatchObject({ salesforceId: '001000000000001AAA' })
    })

    it('link a record in the present scope, when the one they knew was archived', async () => {
      const workspace = randomUUID()
      const orgId = '00D000000000001EAA'
      const scope = { workspace, orgId, object: 'Account' as const, recordType: 'organization' as const }
      const push = async (index: number) => {
        const { job } = await addPush(workspace)
        const link = newLink(index, { recordId: job.recordId! })
        await store.jobs.finishPush(job.id, { state: 'succeeded', reason: null, at, result: newResult(1), link: { scope, link } })
        return link.salesforceId
      }
      const before = await push(1)
      await store.links.archive(workspace, orgId)
      const after = await push(2)
      expect(await store.links.bySalesforceId(scope, before)).toBeNull()
      expect(await store.links.bySalesforceId(scope, after)).not.toBeNull()
      expect(await store.links.countLinked(scope)).toBe(1)
    })

    it('of one record run one after another', async () => {
      const order: string[] = []
      const push = (recordId: string, name: string) =>
        store.jobs.withRecordLock('acme', 'organization', recordId, async () => {
          order.push(`${name} in`)
          await sql.query('select 1')
          order.push(`${name} out`)
        })
      await Promise.all([push('r1', 'a'), push('r1', 'b')])
      expect(order).toEqual(['a in', 'a out', 'b in', 'b out'])
    })

    it('tell when a record last reached Salesforce', async () => {
      const [workspace, recordId] = [randomUUID(), randomUUID()]
      const last = () => store.jobs.lastPush(workspace, 'organization', recordId)
      expect(await last()).toBeNull()
      const push = async (outcome: 'updated' | 'failed', finishedAt: Date) => {
        const { job } = await addPush(workspace, { recordId })
        const state = outcome === 'failed' ? 'failed' : 'succeeded'
        await store.jobs.finishPush(job.id, { state, reason: null, at: finishedAt, result: newResult(1, { outcome }) })
      }
      await push('updated', at)
      await push('failed', new Date('2026-03-04T11:00:00.000Z'))
      expect(await last()).toEqual({ at, by: ada })
      expect(await store.jobs.lastPush(workspace, 'person', recordId)).toBeNull()
    })

    it('that never ended are found', async () => {
      const workspace = randomUUID()
      const open = await addPush(workspace)
      const ended = await addPush(workspace)
      await store.jobs.finishPush(ended.job.id, {
        state: 'failed',
        reason: null,
        at,
        result: newResult(1, { outcome: 'failed' }),
      })
      const found = async (before: string) => (await store.jobs.unsettledPushes(new Date(before))).map(({ id }) => id)
      expect(await found('2026-03-04T10:00:01.000Z')).toContain(open.job.id)
      expect(await found('2026-03-04T10:00:01.000Z')).not.toContain(ended.job.id)
      expect(await found('2026-03-04T10:00:00.000Z')).not.toContain(open.job.id)
    })
  })

  describe('retention', () => {
    it('deletes whole jobs that ended before a time, with their results and runs', async () => {
      const workspace = randomUUID()
      const { run } = await store.runs.start(newRun(workspace), nothing)
      const { job } = await addPush(workspace)
      const young = await addPush(workspace)
      const result = newResult(1)
      await store.jobs.finishPush(job.id, { state: 'succeeded', reason: null, at: new Date('2025-01-01T00:00:00.000Z'), result })
      await store.jobs.finishPush(young.job.id, { state: 'succeeded', reason: null, at, result })
      await store.jobs.change(run.jobs[0]!.id, { state: 'succeeded', finishedAt: new Date('2025-01-02T00:00:00.000Z') })
      await store.runs.finish(run.id, 'succeeded', new Date('2025-01-02T00:00:00.000Z'))
      expect(await store.jobs.deleteBefore(new Date('2025-06-01T00:00:00.000Z'))).toBe(2)
      expect(await store.jobs.get(workspace, job.id)).toBeNull()
      expect(await store.jobs.results(allResults(job.id))).toEqual({ items: [], next: null })
      expect(await store.runs.get(workspace, run.id)).toBeNull()
      expect((await store.jobs.list(everything(workspace))).items.map(({ id }) => id)).toEqual([young.job.id])
      expect((await store.jobs.results(allResults(young.job.id))).items).toHaveLength(1)
    })
  })

  function addPush(workspace: string, job: object = {}, since = new Date('2026-03-04T09:00:00.000Z')) {
    return store.jobs.addPush(
      {
        ...pullJob({ kind: 'push', state: 'running' }),
        workspace,
        startedBy: ada,
        queuedAt: at,
        recordId: randomUUID(),
        idempotencyKey: randomUUID(),
        ...job,
      },
      since,
    )
  }
})

function everything(workspace: string) {
  return {
    workspace,
    cursor: null,
    limit: 100,
    object: null,
    kind: null,
    state: null,
    startedBy: null,
    from: null,
    to: null,
    order: 'newest' as const,
  }
}

function allResults(jobId: string) {
  return {
    jobId,
    cursor: null,
    limit: 100,
    outcome: null,
    reason: null,
    withSkippedFields: false,
    cause: null,
    search: null,
    from: null,
  }
}
