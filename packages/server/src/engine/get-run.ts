import type { Run } from '@pryzm/salesforce-sdk/contract'
import { runNotFound } from './cancel-run.ts'
import type { Caller, Ports } from './ports/index.ts'
import { showRun } from './show-run.ts'

/** One run with its jobs. */
export async function getRun({ store, clock }: Ports, { workspace }: Caller, runId: string): Promise<Run> {
  const run = await store.runs.get(workspace, runId)
  if (run === null) throw runNotFound()
  return showRun(run, clock.now())
}

/** The run under way, else the last one. */
export async function latestRun({ store, clock }: Ports, { workspace }: Caller): Promise<{ run: Run | null }> {
  const run = await store.runs.latest(workspace)
  return { run: run && showRun(run, clock.now()) }
}
