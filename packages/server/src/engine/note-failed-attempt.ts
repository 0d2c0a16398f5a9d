import { type ConnectionReason, connectionSentence } from '@pryzm/salesforce-sdk/contract'
import type { ConnectAttempt, Ports, StoredConnection } from './ports/index.ts'
import { tellPages } from './tell.ts'

/** What is known of a grant that was refused. */
export interface Refused {
  scopes?: string[]
  /** Name of the org that signed in. */
  org?: string
}

/** Lets the card say why the last sign-in ended without a connection; a connection that works is left alone. */
export async function noteFailedAttempt(
  ports: Ports,
  attempt: ConnectAttempt,
  reason: ConnectionReason,
  { scopes = [], org }: Refused,
): Promise<void> {
  const { connections } = ports.store
  const { loginUrl } = attempt
  const note = { reason, sentence: connectionSentence(reason, org), statusSince: ports.clock.now(), loginUrl, scopes }
  const before = await connections.get(attempt.workspace)
  if (before === null) await connections.put({ ...noConnection(attempt), ...note })
  else if (before.status === 'disconnected') await connections.change(attempt.workspace, note)
  await tellPages(ports, attempt.workspace, { type: 'changed', what: 'connection' })
}

function noConnection({ workspace, loginUrl }: ConnectAttempt): StoredConnection {
  return {
    workspace,
    status: 'disconnected',
    reason: null,
    sentence: null,
    statusSince: null,
    org: null,
    userId: null,
    loginUrl,
    scopes: [],
    accessToken: null,
    refreshToken: null,
    refreshStartedAt: null,
    moved: null,
    connectedBy: null,
    connectedAt: null,
    apiUsage: null,
    nextTryAt: null,
    pending: null,
  }
}
