import { type ConnectionReason, connectionSentence, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Ports, Secret, StoredConnection } from './ports/index.ts'
import { lostAccessReason } from './rules/lost-access.ts'
import { tellHost, tellPages } from './tell.ts'

export interface Session {
  accessToken: Secret
  instanceUrl: string
}

/**
 * Hands over an access token that lives in place of a dead one. One process at a time asks Salesforce; the others find its
 * answer stored. Rejects with `reauthorization_required` when the grant is dead, after the connection says so.
 */
export async function refreshSession(ports: Ports, workspace: string, dead: Secret): Promise<Session> {
  const { connections } = ports.store
  return connections.withRefreshLock(workspace, async (connection) => {
    const stored = storedSession(connection)
    if (!stored.accessToken.equals(dead)) return stored
    return renew(ports, connection)
  })
}

async function renew(ports: Ports, connection: StoredConnection): Promise<Session> {
  const { orgs, store, clock } = ports
  const { workspace, refreshToken } = connection
  if (refreshToken === null) throw reauthorizationRequired('token_revoked')
  const interruptedBefore = connection.refreshStartedAt !== null
  await store.connections.change(workspace, { refreshStartedAt: clock.now() })
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  try {
    const renewal = await orgs.refresh({ loginUrl: connection.loginUrl, refreshToken })
    // With rotation the old refresh token is dead by now: the new one is stored before anything uses the new session.
    await store.connections.change(workspace, {
      accessToken: renewal.accessToken,
      refreshToken: renewal.refreshToken ?? refreshToken,
      refreshStartedAt: null,
      ...orgAt(connection, renewal.instanceUrl, clock.now()),
    })
    await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
    return { accessToken: renewal.accessToken, instanceUrl: renewal.instanceUrl }
  } catch (error) {
    if (!(error instanceof SyncError) || error.code !== 'reauthorization_required') throw error
    const now = await store.connections.get(workspace)
    if (now?.accessToken && now.refreshToken && !now.refreshToken.equals(refreshToken)) return storedSession(now)
    const reason = interruptedBefore ? 'refresh_interrupted' : lostAccessReason(error)
    await markReauthorizationRequired(ports, workspace, reason)
    throw reauthorizationRequired(reason, error)
  }
}

/** The org under the address that Salesforce gave last; where it was before is kept for people to see. */
function orgAt({ org }: StoredConnection, instanceUrl: string, at: Date): Partial<Pick<StoredConnection, 'org' | 'moved'>> {
  if (org === null || org.instanceUrl === instanceUrl) return {}
  return { org: { ...org, instanceUrl }, moved: { from: org.instanceUrl, at: at.toISOString() } }
}

/** Marks the connection so that every page shows why work is paused and offers to reconnect. */
export async function markReauthorizationRequired(ports: Ports, workspace: string, reason: ConnectionReason): Promise<void> {
  await ports.store.connections.change(workspace, {
    status: 'reauthorization_required',
    reason,
    sentence: connectionSentence(reason),
    statusSince: ports.clock.now(),
    accessToken: null,
    refreshToken: null,
    refreshStartedAt: null,
    nextTryAt: null,
  })
  await tellPages(ports, workspace, { type: 'changed', what: 'connection' })
  await tellHost(ports, workspace, 'connection.reauthorization_required', { reason })
}

/** Nobody has connected the workspace, or somebody has disconnected it. */
export function notConnected(): SyncError {
  return new SyncError('not_connected', 'This workspace is not connected to Salesforce. Connect it first.')
}

export function reauthorizationRequired(reason: ConnectionReason, cause?: unknown): SyncError {
  return new SyncError('reauthorization_required', connectionSentence(reason), { details: { reason }, cause })
}

function storedSession({ status, accessToken, org, reason }: StoredConnection): Session {
  if (status === 'disconnected') throw notConnected()
  if (accessToken === null || org === null) throw reauthorizationRequired(reason ?? 'token_revoked')
  return { accessToken, instanceUrl: org.instanceUrl }
}
