import type { Connection, ConnectionReason, OrgInfo, Viewer } from '../contract/connection.ts'
import { connectionSentence } from '../contract/connection-sentences.ts'
import { ada } from './people.ts'
import { minutesAgo } from './scenario-clock.ts'

export const acmeOrg: OrgInfo = {
  id: '00DgK000001abcDUAQ',
  name: 'Acme Corporation',
  username: 'ada@acme.example',
  instanceUrl: 'https://acme.my.salesforce.com',
  edition: 'Enterprise Edition',
}

/** A workspace admin with access to every record type. */
export const admin: Viewer = { canManage: true, canPush: true, missingEntityAccess: [] }

/** An editor, who may push but not manage. */
export const editor: Viewer = { canManage: false, canPush: true, missingEntityAccess: [] }

/** A member who may only look. */
export const member: Viewer = { canManage: false, canPush: false, missingEntityAccess: [] }

/** A healthy connection as an admin sees it, but for what is named. */
export function buildConnection(connection: Partial<Connection> = {}): Connection {
  return {
    status: 'connected',
    reason: null,
    sentence: null,
    org: acmeOrg,
    pendingOrg: null,
    connectedBy: ada,
    connectedAt: minutesAgo(60 * 24 * 9),
    statusSince: minutesAgo(60 * 24 * 9),
    apiUsage: { used: 1_204, limit: 100_000 },
    nextTryAt: null,
    packageInstallUrl: 'https://login.salesforce.com/packaging/installPackage.apexp?p0=04tPryzm0000001',
    drift: null,
    viewer: admin,
    setupUrl: null,
    scopes: null,
    objectAccess: [],
    refreshing: false,
    movedFrom: null,
    ...connection,
  }
}

/** No org connected yet, but for what is named. */
export function buildDisconnected(connection: Partial<Connection> = {}): Connection {
  return buildConnection({
    status: 'disconnected',
    org: null,
    connectedBy: null,
    connectedAt: null,
    statusSince: null,
    apiUsage: null,
    ...connection,
  })
}

/** No org connected, because the last sign-in was refused for this reason, in the server's words. */
export function buildRefused(reason: ConnectionReason, connection: Partial<Connection> = {}): Connection {
  return buildDisconnected({ reason, sentence: connectionSentence(reason), statusSince: minutesAgo(1), ...connection })
}
