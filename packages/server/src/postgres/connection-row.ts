import type { Selectable, Updateable } from 'kysely'
import type { PendingConnection, Secret, StoredConnection } from '../engine/ports/index.ts'
import { jsonColumn } from './json-column.ts'
import type { ConnectionsTable, SealedPending } from './tables.ts'
import type { TokenBox } from './token-box.ts'

const UNREADABLE =
  'The stored sign-in cannot be read any more, because the key that encrypted it is gone. Connect to Salesforce again, or bring the key back.'

/** The columns that these properties of a connection are kept in; an absent property is an absent column. */
export function connectionColumns(
  workspace: string,
  changes: Partial<Omit<StoredConnection, 'workspace'>>,
  box: TokenBox,
): Updateable<ConnectionsTable> {
  const seal = (token: Secret | null | undefined, column: string) => token && box.seal(token, place(workspace, column))
  return {
    status: changes.status,
    reason: changes.reason,
    sentence: changes.sentence,
    status_since: changes.statusSince,
    org: jsonColumn(changes.org),
    user_id: changes.userId,
    login_url: changes.loginUrl,
    scopes: changes.scopes && jsonColumn(changes.scopes),
    access_token: seal(changes.accessToken, 'access_token'),
    refresh_token: seal(changes.refreshToken, 'refresh_token'),
    refresh_started_at: changes.refreshStartedAt,
    moved: jsonColumn(changes.moved),
    connected_by: jsonColumn(changes.connectedBy),
    connected_at: changes.connectedAt,
    api_usage: jsonColumn(changes.apiUsage),
    next_try_at: changes.nextTryAt,
    pending: changes.pending && jsonColumn(sealPending(workspace, changes.pending, box)),
  }
}

/** A row as a connection. Tokens that no key opens are as good as revoked: the connection asks for a new sign-in. */
export function connectionOf(row: Selectable<ConnectionsTable>, box: TokenBox): StoredConnection {
  const open = (sealed: string | null, column: string) => sealed && box.open(sealed, place(row.workspace, column))
  const accessToken = open(row.access_token, 'access_token') || null
  const refreshToken = open(row.refresh_token, 'refresh_token') || null
  const unreadable = (row.access_token && !accessToken) || (row.refresh_token && !refreshToken)
  return {
    workspace: row.workspace,
    status: unreadable ? 'reauthorization_required' : row.status,
    reason: unreadable ? null : row.reason,
    sentence: unreadable ? UNREADABLE : row.sentence,
    statusSince: row.status_since,
    org: row.org,
    userId: row.user_id,
    loginUrl: row.login_url,
    scopes: row.scopes,
    accessToken,
    refreshToken,
    refreshStartedAt: row.refresh_started_at,
    moved: row.moved,
    connectedBy: row.connected_by,
    connectedAt: row.connected_at,
    apiUsage: row.api_usage,
    nextTryAt: row.next_try_at,
    pending: row.pending && openPending(row.workspace, row.pending, box),
  }
}

function sealPending(workspace: string, pending: PendingConnection, box: TokenBox): SealedPending {
  return {
    ...pending,
    accessToken: box.seal(pending.accessToken, place(workspace, 'pending.access_token')),
    refreshToken: box.seal(pending.refreshToken, place(workspace, 'pending.refresh_token')),
  }
}

/** Null where no key opens its tokens: there is nothing left to choose. */
function openPending(workspace: string, sealed: SealedPending, box: TokenBox): PendingConnection | null {
  const accessToken = box.open(sealed.accessToken, place(workspace, 'pending.access_token'))
  const refreshToken = box.open(sealed.refreshToken, place(workspace, 'pending.refresh_token'))
  return accessToken && refreshToken ? { ...sealed, accessToken, refreshToken } : null
}

function place(workspace: string, column: string): string {
  return `connections/${workspace}/${column}`
}
