import type { Ports } from './ports/index.ts'
import { isFinal } from './rules/job-state.ts'

/** Lets a paused run of the workspace go on now. */
export async function wakeRun({ store, queue, clock }: Ports, workspace: string): Promise<void> {
  const run = await store.runs.latest(workspace)
  if (run === null || run.finishedAt !== null || !run.jobs.some((job) => !isFinal(job.state))) return
  if (run.jobs.some((job) => job.state === 'paused')) await queue.enqueueAt({ workspace, runId: run.id }, clock.now())
}
