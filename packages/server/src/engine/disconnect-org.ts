import { type Connection, connectionSentence, SyncError } from '@pryzm/salesforce-sdk/contract'
import { requireRule } from './authorize.ts'
import { endActiveRun } from './cancel-run.ts'
import { getConnection } from './get-connection.ts'
import { withdraw } from './offer-other-org.ts'
import type { Caller, Ports, StoredConnection } from './ports/index.ts'
import { tellHost, tellPages } from './tell.ts'

/** Stops work, revokes the access at Salesforce and deletes the secrets; mapping, links and history stay. */
export async function disconnectOrg(ports: Ports, caller: Caller): Promise<Connection> {
  requireRule(caller, 'integrations:manage')
  const { workspace } = caller
  const connection = await ports.store.connections.get(workspace)
  if (connection === null || (connection.status === 'disconnected' && connection.pending === null))
    throw new SyncError('not_connected', 'This workspace is not connected to Salesforce.')
  await endActiveRun(ports, workspace)
  if (connection.pending) await withdraw(ports, workspace, connection.pending)
  const revoked = await revokeConnection(ports, connection)
  const reason = revoked ? null : 'revoke_failed'
  await ports.store.connections.change(workspace, {
    status: 'disconnected',
    reason,
    sentence: reason && connectionSentence(reason),
    statusSince: ports.clock.now(),
    accessToken: null,
    refreshToken: null,
    refreshStartedAt: null,
    moved: null,
    nextTryAt: null,
    apiUsage: null,
    pending: null,
  })
  await ports.store.describes.clear(workspace)
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  await tellHost(ports, workspace, 'connection.disconnected', {
    org: connection.org,
    by: { id: caller.user.id, name: caller.user.name },
    revoked,
  })
  return getConnection(ports, caller)
}

/** Revokes what the connection holds; false where Salesforce could not be told. */
export async function revokeConnection(ports: Ports, connection: StoredConnection): Promise<boolean> {
  const token = connection.refreshToken ?? connection.accessToken
  if (token === null) return true
  try {
    await ports.orgs.revoke({ loginUrl: connection.loginUrl, token })
    return true
  } catch (error) {
    ports.log.warn('The access could not be revoked at Salesforce', { workspace: connection.workspace, error })
    return false
  }
}
