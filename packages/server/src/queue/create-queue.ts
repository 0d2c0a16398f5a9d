import { PgBoss } from 'pg-boss'
import type { Logger, Queue, RunTask } from '../engine/ports/index.ts'
import type { Sql } from '../postgres/sql/sql.ts'
import { bossDatabase, bossTransaction } from './boss-database.ts'

const queueName = 'runs'

// A worker that dies is noticed by its missing heartbeat, the shortest that pg-boss allows; the run then starts elsewhere.
const HEARTBEAT_SECONDS = 10
const HEARTBEAT_REFRESH_SECONDS = 3
const SUPERVISE_SECONDS = 2
// A pull of a large org takes hours, so that only the heartbeat may take a run away from its worker. pg-boss allows 24 h.
const LONGEST_RUN_SECONDS = 24 * 60 * 60
const STOP_TIMEOUT_MS = 30_000

export interface QueueOptions {
  sql: Sql
  /** A schema for the queue's own tables. */
  schema: string
  /** True for the embedded database, which one process holds. */
  embedded: boolean
  /** How many runs this process works on at once. */
  concurrency: number
  log: Logger
}

/** A queue of runs over the kit's database. */
export async function createQueue({ sql, schema, embedded, concurrency, log }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    db: bossDatabase(sql),
    schema,
    backend: embedded ? 'pglite' : 'postgres',
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    // The look at heartbeats itself is gated by this one, a minute unless told.
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', (error) => log.error('The queue met an error', { error: error.message }))
  await boss.start()
  await boss.createQueue(queueName, {
    // One waiting and one active task a run, so that a run can be put back on the queue while it is let go.
    policy: 'stately',
    notify: true,
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: LONGEST_RUN_SECONDS,
  })

  const stopping = new AbortController()
  return {
    async enqueue(task, transaction) {
      await boss.send(queueName, task, { singletonKey: task.runId, db: bossTransaction(transaction) })
    },
    async enqueueAt(task, at) {
      // A task that waits for a later time is moved to this one; a second one would be refused.
      await boss.upsert(queueName, task, { singletonKey: task.runId, startAfter: at })
    },
    async work(handler) {
      await boss.work<RunTask>(
        queueName,
        {
          localConcurrency: concurrency,
          pollingIntervalSeconds: 0.5,
          // Retries and tasks for later are not announced; without this they would wait half a minute for the next look.
          notifyPollingIntervalSeconds: 1,
          heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
        },
        async ([job]) => {
          if (!job) return
          await handler(job.data, AbortSignal.any([job.signal, stopping.signal]))
        },
      )
    },
    async stop() {
      stopping.abort(new Error('The worker is being stopped; the run goes on elsewhere.'))
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
    },
  }
}
