import type { Job, Run } from '@pryzm/salesforce-sdk/contract'
import { cancelRest, finishRun } from './end-run.ts'
import { noteApiUsage } from './note-api-usage.ts'
import type { Ports, PullJob, RunTask } from './ports/index.ts'
import { resolveRelations } from './pull/resolve-relations.ts'
import { isFinal } from './rules/job-state.ts'
import { runJob } from './run-job.ts'
import { showRun } from './show-run.ts'
import { tellPages } from './tell.ts'

const moduleCheckMs = 60_000

const moduleOff = {
  code: 'module_disabled',
  sentence: 'The Salesforce Integration module was turned off for this workspace, so the pull was canceled.',
}
const notStarted = { code: 'not_started', sentence: 'Not started, because an earlier object of this pull failed.' }

/**
 * Works on a run from wherever it stands: its jobs in order, each to its end. Resolves when the run has ended or waits, and
 * rejects when this worker must let go, so that the queue hands the run to another one.
 */
export async function runRun(ports: Ports, { workspace, runId }: RunTask, signal: AbortSignal): Promise<void> {
  const { store } = ports
  const run = await store.runs.get(workspace, runId)
  if (run === null || run.finishedAt !== null) return
  const guard = runGuard(ports, { workspace, runId })
  let failed = false
  for (const { id } of run.jobs) {
    const job = await store.jobs.get(workspace, id)
    if (job === null || isFinal(job.state)) {
      failed ||= job?.state === 'failed'
      continue
    }
    signal.throwIfAborted()
    if (failed) {
      await store.jobs.change(id, { state: 'skipped', reason: notStarted, finishedAt: ports.clock.now() })
      continue
    }
    if (!(await guard.mayGoOn())) return cancelRest(ports, workspace, runId, guard.reason())
    const end = await runJob(ports, job, { signal, mayGoOn: guard.mayGoOn })
    if (end === 'paused') return tellRun(ports, workspace, runId)
    if (end === 'taken_over') return
    signal.throwIfAborted()
    if (end === 'stopped') return cancelRest(ports, workspace, runId, guard.reason())
    failed = end === 'failed'
  }
  await resolveLate(ports, workspace, run)
  await noteApiUsage(ports, workspace)
  await finishRun(ports, workspace, runId)
}

/** Asks between pages whether the run may go on: nobody cancels it, and the module is enabled (asked once a minute). */
function runGuard(ports: Ports, { workspace, runId }: RunTask) {
  let moduleAskedAt = 0
  let moduleEnabled = true
  return {
    mayGoOn: async (): Promise<boolean> => {
      const now = ports.clock.now().getTime()
      if (now - moduleAskedAt >= moduleCheckMs) {
        moduleEnabled = await ports.moduleEnabled(workspace)
        moduleAskedAt = now
      }
      return moduleEnabled && !(await ports.store.runs.isCanceling(runId))
    },
    reason: () => (moduleEnabled ? null : moduleOff),
  }
}

/** Relations between the objects of the run, once all of them are in. */
async function resolveLate(ports: Ports, workspace: string, { jobs }: Run): Promise<void> {
  const connection = await ports.store.connections.get(workspace)
  const orgId = connection?.org?.id
  if (orgId === undefined) return
  for (const job of jobs) {
    const pullJob = pullJobOf(workspace, orgId, job)
    if (pullJob !== null) await resolveRelations(ports, pullJob)
  }
}

function pullJobOf(workspace: string, orgId: string, { id, object, recordType, state }: Job): PullJob | null {
  if (recordType === null || state === 'skipped') return null
  return { jobId: id, scope: { workspace, orgId, object, recordType } }
}

async function tellRun(ports: Ports, workspace: string, runId: string): Promise<void> {
  const run = await ports.store.runs.get(workspace, runId)
  if (run !== null) await tellPages(ports, workspace, { type: 'run', run: showRun(run, ports.clock.now()) })
}
