import { type Run, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { cancelRest } from './end-run.ts'
import type { Caller, Ports } from './ports/index.ts'
import { showRun } from './show-run.ts'
import { tellPages } from './tell.ts'

/** Stops a run: at once where no worker is on it, else after the page that is being written. */
export async function cancelRun(ports: Ports, caller: Caller, runId: string): Promise<Run> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  if ((await ports.store.runs.get(workspace, runId)) === null) throw runNotFound()
  if (!(await ports.store.runs.cancel(workspace, runId))) throw new SyncError('conflict', 'This run has already ended.')
  await stopIfIdle(ports, workspace, runId)
  const run = await ports.store.runs.get(workspace, runId)
  if (run === null) throw runNotFound()
  const shown = showRun(run, ports.clock.now())
  await tellPages(ports, workspace, { type: 'run', run: shown })
  return shown
}

/** Cancels whatever the workspace has under way, because its connection goes. */
export async function endActiveRun(ports: Ports, workspace: string): Promise<void> {
  const run = await ports.store.runs.latest(workspace)
  if (run === null || run.finishedAt !== null) return
  await ports.store.runs.cancel(workspace, run.id)
  await stopIfIdle(ports, workspace, run.id)
}

async function stopIfIdle(ports: Ports, workspace: string, runId: string): Promise<void> {
  const run = await ports.store.runs.get(workspace, runId)
  if (run && !run.jobs.some((job) => job.state === 'running')) await cancelRest(ports, workspace, runId)
}

export function runNotFound(): SyncError {
  return new SyncError('not_found', 'There is no such run in this workspace.')
}
