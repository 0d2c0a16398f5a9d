import type { JobReason, Run } from '@pryzm/salesforce-sdk/contract'
import type { Ports } from './ports/index.ts'
import { isFinal, runState } from './rules/job-state.ts'
import { showRun } from './show-run.ts'
import { tellHost, tellPages } from './tell.ts'

/** Ends what is left of a run as canceled. */
export async function cancelRest(ports: Ports, workspace: string, runId: string, reason: JobReason | null = null): Promise<void> {
  const run = await ports.store.runs.get(workspace, runId)
  for (const job of run?.jobs.filter(({ state }) => !isFinal(state)) ?? [])
    await ports.store.jobs.change(job.id, { state: 'canceled', reason, finishedAt: ports.clock.now(), nextTryAt: null })
  await finishRun(ports, workspace, runId)
}

/** Closes a run whose jobs have all ended and tells pages and host. */
export async function finishRun(ports: Ports, workspace: string, runId: string): Promise<Run | null> {
  const { store, clock } = ports
  const run = await store.runs.get(workspace, runId)
  if (run === null || run.finishedAt !== null) return run
  await store.runs.finish(runId, runState(run.jobs.map((job) => job.state)), clock.now())
  const finished = await store.runs.get(workspace, runId)
  if (finished === null) return null
  await tellPages(ports, workspace, { type: 'run', run: showRun(finished, clock.now()) })
  await tellHost(ports, workspace, 'run.finished', { run: finished })
  return finished
}
