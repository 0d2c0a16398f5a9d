import type { ConnectionReason } from '@pryzm/salesforce-sdk/contract'
import type { ConnectAttempt, Ports, StoredConnection } from './ports/index.ts'
import { connectionSentence } from './rules/connection-sentences.ts'
import { tellPages } from './tell.ts'

/** Lets the card say why the last sign-in ended without a connection; a connection that works is left alone. */
export async function noteFailedAttempt(ports: Ports, attempt: ConnectAttempt, reason: ConnectionReason): Promise<void> {
  const { connections } = ports.store
  const note = { reason, sentence: connectionSentence(reason), statusSince: ports.clock.now() }
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
    connectedBy: null,
    connectedAt: null,
    apiUsage: null,
    nextTryAt: null,
    pending: null,
  }
}
