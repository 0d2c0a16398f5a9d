import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Queue, RunTask } from '../../src/engine/ports/index.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { createQueue } from '../../src/queue/create-queue.ts'
import { databases } from '../support/databases.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe.each(databases)('the queue on $name', ({ embedded, open }) => {
  let sql: Sql
  const queues: Queue[] = []
  const newQueue = async () => {
    const queue = await createQueue({ sql, schema: 'queue_suite', embedded, concurrency: 2, log: silent })
    queues.push(queue)
    return queue
  }

  beforeAll(async () => {
    sql = await open()
  })
  afterAll(async () => {
    await Promise.all(queues.map((queue) => queue.stop()))
    await sql.close()
  })

  it('hands over a task that was added within a transaction', async () => {
    const queue = await newQueue()
    const taken = Promise.withResolvers<RunTask>()
    await queue.work(async (task) => taken.resolve(task))
    await sql.transaction((transaction) => queue.enqueue({ workspace: 'acme', runId: 'run-1' }, transaction))
    expect(await taken.promise).toEqual({ workspace: 'acme', runId: 'run-1' })
    await queue.stop()
  })

  it('knows nothing of a task whose transaction was rolled back', async () => {
    const queue = await newQueue()
    const failed = sql.transaction(async (transaction) => {
      await queue.enqueue({ workspace: 'acme', runId: 'rolled-back' }, transaction)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    const taken: string[] = []
    const second = Promise.withResolvers<void>()
    await queue.work(async ({ runId }) => {
      taken.push(runId)
      second.resolve()
    })
    await sql.transaction((transaction) => queue.enqueue({ workspace: 'acme', runId: 'run-2' }, transaction))
    await second.promise
    expect(taken).toEqual(['run-2'])
    await queue.stop()
  })

  it('gives a task to another worker when the one that had it is stopped', async () => {
    const first = await newQueue()
    const started = Promise.withResolvers<void>()
    await first.work(async (_task, signal) => {
      started.resolve()
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      signal.throwIfAborted()
    })
    await sql.transaction((transaction) => first.enqueue({ workspace: 'acme', runId: 'run-3' }, transaction))
    await started.promise
    await first.stop()

    const second = await newQueue()
    const again = Promise.withResolvers<RunTask>()
    await second.work(async (task) => again.resolve(task))
    expect(await again.promise).toMatchObject({ runId: 'run-3' })
    await second.stop()
  })

  it('starts a run now that was put off until later', async () => {
    const queue = await newQueue()
    const started = Promise.withResolvers<RunTask>()
    await queue.work(async (task) => started.resolve(task))
    await queue.enqueueAt({ workspace: 'acme', runId: 'run-5' }, new Date(Date.now() + 3_600_000))
    await queue.enqueueAt({ workspace: 'acme', runId: 'run-5' }, new Date())
    expect(await started.promise).toMatchObject({ runId: 'run-5' })
    await queue.stop()
  })

  it('puts a run back for later while it is being let go', async () => {
    const queue = await newQueue()
    const times: string[] = []
    const back = Promise.withResolvers<void>()
    await queue.work(async (task) => {
      times.push(task.runId)
      if (times.length === 1) await queue.enqueueAt(task, new Date(Date.now() + 200))
      else back.resolve()
    })
    await sql.transaction((transaction) => queue.enqueue({ workspace: 'acme', runId: 'run-4' }, transaction))
    await back.promise
    expect(times).toEqual(['run-4', 'run-4'])
    await queue.stop()
  })
})
