import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Ports } from './ports/index.ts'
import { markReauthorizationRequired } from './refresh-session.ts'
import { lostAccessReason } from './rules/lost-access.ts'

/** Lets the connection say that Salesforce does not accept our access, where a call found that out by itself. */
export async function noteLostAccess(ports: Ports, workspace: string, error: unknown): Promise<void> {
  if (!(error instanceof SyncError) || error.code !== 'reauthorization_required') return
  const connection = await ports.store.connections.get(workspace)
  if (connection?.status !== 'connected' && connection?.status !== 'degraded') return
  await markReauthorizationRequired(ports, workspace, lostAccessReason(error))
}
