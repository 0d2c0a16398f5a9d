import { randomUUID } from 'node:crypto'
import type { Actor, PullMode, StartedRun } from '@pryzm/salesforce-sdk/contract'
import type { NewJob, Ports } from './ports/index.ts'
import { showRun } from './show-run.ts'
import { tellHost, tellPages } from './tell.ts'
import { wakeRun } from './wake-run.ts'

/** Adds a run and its task in one step, or returns the run that is under way. */
export async function queueRun(
  ports: Ports,
  workspace: string,
  { mode, startedBy, jobs }: { mode: PullMode; startedBy: Actor; jobs: NewJob[] },
): Promise<StartedRun> {
  const { store, queue, clock } = ports
  const id = randomUUID()
  const started = await store.runs.start({ id, workspace, mode, startedBy, queuedAt: clock.now(), jobs }, (transaction) =>
    queue.enqueue({ workspace, runId: id }, transaction),
  )
  const run = showRun(started.run, clock.now())
  // Somebody presses again while the run waits for Salesforce: it is tried now.
  if (started.alreadyRunning) await wakeRun(ports, workspace)
  else {
    await tellPages(ports, workspace, { type: 'run', run })
    await tellHost(ports, workspace, 'run.started', { run })
  }
  return { run, alreadyRunning: started.alreadyRunning }
}
