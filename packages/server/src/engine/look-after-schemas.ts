import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { lookAgain } from './look-again.ts'
import { noteLostAccess } from './note-lost-access.ts'
import type { Ports } from './ports/index.ts'

// Three conditional requests an hour are 72 of the 15,000 calls a day that the smallest org has.
const everyMs = 60 * 60_000
// A sweep comes every minute; what it does not get to, the next one does.
const workspacesAtOnce = 4
const workspacesASweep = 60

/** Looks whether Salesforce changed under the mappings of connected workspaces, each about once an hour, whatever process does it. */
export async function lookAfterSchemas(ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const before = new Date(now.getTime() - everyMs)
  const due = await ports.store.describes.takeDue({ now, before, limit: workspacesASweep })
  const next = due.values()
  const one = async () => {
    for (const workspace of next) await lookAfter(ports, workspace, before)
  }
  await Promise.all(Array.from({ length: workspacesAtOnce }, one))
}

async function lookAfter(ports: Ports, workspace: string, before: Date): Promise<void> {
  try {
    if (await ports.moduleEnabled(workspace)) await lookAgain(ports, workspace, before)
  } catch (error) {
    await noteLostAccess(ports, workspace, error)
    const expected = error instanceof SyncError && error.code !== 'internal'
    ports.log[expected ? 'info' : 'warn']('The schema of an org could not be looked at', { workspace, error })
  }
}
