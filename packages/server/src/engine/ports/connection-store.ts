import type { Actor, Connection, ConnectionReason, ConnectionStatus, OrgInfo } from '@pryzm/salesforce-sdk/contract'
import type { Secret } from './secret.ts'

export interface StoredConnection {
  workspace: string
  status: ConnectionStatus
  reason: ConnectionReason | null
  sentence: string | null
  statusSince: Date | null
  org: OrgInfo | null
  /** Salesforce id of the connected user. */
  userId: string | null
  loginUrl: string
  scopes: string[]
  accessToken: Secret | null
  refreshToken: Secret | null
  /** When a refresh began whose answer was not stored yet; tells an interrupted refresh from a revoked token. */
  refreshStartedAt: Date | null
  /** Where the org was before its address changed last, and when that was noticed. */
  moved: { from: string; at: string } | null
  connectedBy: Actor | null
  connectedAt: Date | null
  apiUsage: Connection['apiUsage']
  nextTryAt: Date | null
  pending: PendingConnection | null
}

/** A grant for another org than the one before, waiting for the choice. */
export interface PendingConnection {
  org: OrgInfo
  userId: string
  loginUrl: string
  scopes: string[]
  accessToken: Secret
  refreshToken: Secret
  connectedBy: Actor
}

export interface ConnectAttempt {
  /** SHA-256 of the `state` parameter, as hex. */
  stateHash: string
  workspace: string
  user: Actor
  codeVerifier: Secret
  returnTo: string
  loginUrl: string
  startedAt: Date
}

export interface ConnectionStore {
  get(workspace: string): Promise<StoredConnection | null>
  put(connection: StoredConnection): Promise<void>
  /** Changes some columns of a connection that exists. */
  change(workspace: string, changes: Partial<Omit<StoredConnection, 'workspace'>>): Promise<void>
  /** Holds the workspace's refresh lock, across processes, while `work` runs on the connection as it stands then. */
  withRefreshLock<Result>(workspace: string, work: (connection: StoredConnection) => Promise<Result>): Promise<Result>
  startAttempt(attempt: ConnectAttempt): Promise<void>
  /** Takes an attempt out: a second call with the same hash finds nothing. */
  takeAttempt(stateHash: string): Promise<ConnectAttempt | null>
  /** The newest attempt under way since then. */
  openAttempt(workspace: string, since: Date): Promise<ConnectAttempt | null>
}
