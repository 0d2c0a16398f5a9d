import { type Connection, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { connectOrg } from './connect-org.ts'
import { endActiveRun } from './cancel-run.ts'
import { getConnection } from './get-connection.ts'
import { withdraw } from './offer-other-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { revokeConnection } from './disconnect-org.ts'
import { tellPages } from './tell.ts'

/** Answers the question that a sign-in to another org asks: keep the org before, or start fresh with the new one. */
export async function chooseOrg(ports: Ports, caller: Caller, choice: 'keep' | 'start_fresh'): Promise<Connection> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const before = await ports.store.connections.get(workspace)
  if (before === null || before.pending === null)
    throw new SyncError('conflict', 'There is no other org to choose any more. Reload the page.')
  if (choice === 'keep') {
    await ports.store.connections.change(workspace, { pending: null })
    await withdraw(ports, workspace, before.pending)
    await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  } else {
    await endActiveRun(ports, workspace)
    await revokeConnection(ports, before)
    if (before.org) await ports.store.links.archive(workspace, before.org.id)
    await connectOrg(ports, workspace, before.pending, before)
    await ports.store.describes.clear(workspace)
  }
  return getConnection(ports, caller)
}
