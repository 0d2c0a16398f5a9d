import type { Selectable } from 'kysely'
import type { ConnectAttempt, ConnectionStore } from '../engine/ports/index.ts'
import { type Database, firstRow, rows } from './database.ts'
import { jsonColumn } from './json-column.ts'
import type { ConnectAttemptsTable } from './tables.ts'
import type { TokenBox } from './token-box.ts'

const FORGOTTEN_AFTER_MS = 24 * 3600 * 1000

type ConnectAttempts = Pick<ConnectionStore, 'startAttempt' | 'takeAttempt' | 'openAttempt'>

/** Attempts to connect that wait for Salesforce to call back. */
export function connectAttempts({ sql, tables }: Database, box: TokenBox): ConnectAttempts {
  return {
    async startAttempt(attempt) {
      const forgotten = new Date(attempt.startedAt.getTime() - FORGOTTEN_AFTER_MS)
      await rows(
        sql,
        tables.deleteFrom('connect_attempts').where('workspace', '=', attempt.workspace).where('started_at', '<', forgotten),
      )
      await rows(
        sql,
        tables.insertInto('connect_attempts').values({
          state_hash: attempt.stateHash,
          workspace: attempt.workspace,
          started_by: jsonColumn(attempt.user),
          code_verifier: box.seal(attempt.codeVerifier, place(attempt.workspace)),
          return_to: attempt.returnTo,
          login_url: attempt.loginUrl,
          started_at: attempt.startedAt,
        }),
      )
    },

    async takeAttempt(stateHash) {
      const row = await firstRow(sql, tables.deleteFrom('connect_attempts').where('state_hash', '=', stateHash).returningAll())
      return row && attemptOf(row, box)
    },

    async openAttempt(workspace, since) {
      const row = await firstRow(
        sql,
        tables
          .selectFrom('connect_attempts')
          .selectAll()
          .where('workspace', '=', workspace)
          .where('started_at', '>=', since)
          .orderBy('started_at', 'desc')
          .limit(1),
      )
      return row && attemptOf(row, box)
    },
  }
}

/** Null where no key opens its verifier: Salesforce's answer to it can no longer be redeemed. */
function attemptOf(row: Selectable<ConnectAttemptsTable>, box: TokenBox): ConnectAttempt | null {
  const codeVerifier = box.open(row.code_verifier, place(row.workspace))
  return (
    codeVerifier && {
      stateHash: row.state_hash,
      workspace: row.workspace,
      user: row.started_by,
      codeVerifier,
      returnTo: row.return_to,
      loginUrl: row.login_url,
      startedAt: row.started_at,
    }
  )
}

function place(workspace: string): string {
  return `connect_attempts/${workspace}/code_verifier`
}
