import { endActiveRun } from './cancel-run.ts'
import { revokeConnection } from './disconnect-org.ts'
import { withdraw } from './offer-other-org.ts'
import type { Ports } from './ports/index.ts'
import { tellPages } from './tell.ts'

/** Erases everything of a workspace: revokes its access at Salesforce, stops its work, and deletes what was stored. */
export async function purgeWorkspace(ports: Ports, workspace: string): Promise<void> {
  const connection = await ports.store.connections.get(workspace)
  await endActiveRun(ports, workspace)
  if (connection?.pending) await withdraw(ports, workspace, connection.pending)
  if (connection) await revokeConnection(ports, connection)
  await ports.store.erasure.purge(workspace)
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
}
