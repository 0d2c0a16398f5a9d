import type { Run } from '@pryzm/salesforce-sdk/contract'
import type { Selectable } from 'kysely'
import type { NewRun, RunStore } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jobOf, newJobColumns } from './job-row.ts'
import { activeRunState } from './run-state.ts'
import type { Queryable } from './sql/sql.ts'
import type { RunsTable } from './tables.ts'

/** Runs, of which a workspace has one under way at most. */
export function runStore({ sql, tables }: Database): RunStore {
  const runsOf = (workspace: string) => tables.selectFrom('runs').selectAll().where('workspace', '=', workspace)

  /** How many runs were queued before this one and have not begun. */
  async function waitingBefore(on: Queryable, { no }: Selectable<RunsTable>): Promise<number> {
    const waiting = tables
      .selectFrom('runs')
      .select('no')
      .where('finished_at', 'is', null)
      .where('no', '<', no)
      .where((runs) => {
        const begun = runs.selectFrom('jobs').select('jobs.no').whereRef('jobs.run_id', '=', 'runs.id')
        return runs.not(runs.exists(begun.where('jobs.state', 'not in', ['queued', 'skipped'])))
      })
    return (await rows(on, waiting)).length
  }

  async function withJobs(on: Queryable, run: Selectable<RunsTable>): Promise<Run> {
    const jobs = (await rows(on, tables.selectFrom('jobs').selectAll().where('run_id', '=', run.id).orderBy('no'))).map(jobOf)
    const state = run.state ?? activeRunState(jobs.map((job) => job.state))
    return {
      id: run.id,
      mode: run.mode,
      state,
      startedBy: { id: run.started_by_id, name: run.started_by_name },
      queuedAt: run.queued_at.toISOString(),
      finishedAt: run.finished_at?.toISOString() ?? null,
      canceling: run.canceling && !run.finished_at,
      ...(state === 'queued' && { waitingAhead: await waitingBefore(on, run) }),
      jobs,
    }
  }

  async function insert(on: Queryable, run: NewRun): Promise<Selectable<RunsTable> | null> {
    const startedBy = { started_by_id: run.startedBy.id, started_by_name: run.startedBy.name }
    const added = await firstRow(
      on,
      tables
        .insertInto('runs')
        .values({ id: run.id, workspace: run.workspace, mode: run.mode, queued_at: run.queuedAt, ...startedBy })
        .onConflict((conflict) => conflict.column('workspace').where('finished_at', 'is', null).doNothing())
        .returningAll(),
    )
    if (!added || run.jobs.length === 0) return added
    const jobs = run.jobs.map((job) => ({
      ...newJobColumns(job),
      ...startedBy,
      workspace: run.workspace,
      run_id: run.id,
      mode: run.mode,
      queued_at: run.queuedAt,
      finished_at: job.state === 'skipped' ? run.queuedAt : null,
    }))
    await rows(on, tables.insertInto('jobs').values(jobs))
    return added
  }

  return {
    start: (run, enqueue) =>
      sql.transaction(async (transaction) => {
        // The run in the way may end between the two looks; then there is room for the new one.
        for (;;) {
          const added = await insert(transaction, run)
          if (added) {
            await enqueue(transaction)
            return { run: await withJobs(transaction, added), alreadyRunning: false }
          }
          const active = await firstRow(transaction, runsOf(run.workspace).where('finished_at', 'is', null))
          if (active) return { run: await withJobs(transaction, active), alreadyRunning: true }
        }
      }),

    async get(workspace, runId) {
      const run = await firstRow(sql, runsOf(workspace).where('id', '=', runId))
      return run && withJobs(sql, run)
    },

    async latest(workspace) {
      const run = await firstRow(sql, runsOf(workspace).orderBy('no', 'desc').limit(1))
      return run && withJobs(sql, run)
    },

    async cancel(workspace, runId) {
      const active = tables
        .updateTable('runs')
        .where('workspace', '=', workspace)
        .where('id', '=', runId)
        .where('finished_at', 'is', null)
      return (await firstRow(sql, active.set({ canceling: true }).returning('no'))) !== null
    },

    async isCanceling(runId) {
      return (await firstRow(sql, tables.selectFrom('runs').select('canceling').where('id', '=', runId)))?.canceling ?? false
    },

    async finish(runId, state, at) {
      await rows(
        sql,
        tables.updateTable('runs').set({ state, finished_at: at }).where('id', '=', runId).where('finished_at', 'is', null),
      )
    },
  }
}
