import { type Run, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { runNotFound } from './cancel-run.ts'
import type { Caller, Ports } from './ports/index.ts'
import { showRun } from './show-run.ts'
import { tellPages } from './tell.ts'

/** Lets a paused run go on now; one that waits for a person goes on by itself once that is done. */
export async function resumeRun(ports: Ports, caller: Caller, runId: string): Promise<Run> {
  requireRule(caller, 'integrations:manage')
  const { store, queue, clock } = ports
  const { workspace } = caller
  const waiting = await store.runs.get(workspace, runId)
  if (waiting === null) throw runNotFound()
  const paused = waiting.jobs.find(({ state }) => state === 'paused')
  if (paused === undefined) throw new SyncError('conflict', 'This run is not paused.')
  if (paused.nextTryAt === null) throw new SyncError('conflict', 'This run goes on once Salesforce is connected again.')
  const now = clock.now()
  await store.jobs.change(paused.id, { nextTryAt: now })
  await queue.enqueueAt({ workspace, runId }, now)
  const run = showRun((await store.runs.get(workspace, runId)) ?? waiting, now)
  await tellPages(ports, workspace, { type: 'run', run })
  return run
}
