import type { OrgInfo } from '@pryzm/salesforce-sdk/contract'
import type { Org, Ports, Secret, StoredConnection } from './ports/index.ts'
import { notConnected, reauthorizationRequired, refreshSession } from './refresh-session.ts'

export interface OpenOrg {
  org: Org
  info: OrgInfo
  /** Salesforce id of the connected user. */
  userId: string
  connection: StoredConnection
}

/** Opens the org of a workspace. Rejects with `not_connected` or `reauthorization_required`. */
export async function openOrg(ports: Ports, workspace: string): Promise<OpenOrg> {
  const connection = await ports.store.connections.get(workspace)
  const { info, accessToken, userId } = live(connection)
  const org = ports.orgs.open({
    instanceUrl: info.instanceUrl,
    accessToken,
    renew: (dead) => refreshSession(ports, workspace, dead),
  })
  return { org, info, userId, connection: connection as StoredConnection }
}

function live(connection: StoredConnection | null): { info: OrgInfo; accessToken: Secret; userId: string } {
  if (connection?.status === 'reauthorization_required') throw reauthorizationRequired(connection.reason ?? 'token_revoked')
  if (connection === null || connection.status === 'disconnected' || connection.status === 'connecting') throw notConnected()
  const { org, accessToken, userId } = connection
  if (org === null || accessToken === null || userId === null) throw notConnected()
  return { info: org, accessToken, userId }
}
