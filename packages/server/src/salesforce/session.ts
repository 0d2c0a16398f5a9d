import { Connection, type HttpRequest } from 'jsforce'
import type { OrgAccess } from '../engine/ports/index.ts'
import { asSyncError, saysSessionIsDead } from './errors.ts'
import { type ExactAnswer, exactRequest } from './exact-request.ts'
import type { Patience } from './patience.ts'
import { usePatientTransport } from './transport.ts'

/** Sends with a token that lives: the one place that knows what a 401 asks for. */
export interface Session {
  readonly patience: Patience
  /**
   * Runs one request. Where Salesforce calls the token dead it is renewed once and the request repeated; a second such answer
   * is `reauthorization_required`, because a loop would follow otherwise. Other errors pass as they are.
   */
  authorized<Result>(send: (connection: Connection) => Promise<Result>): Promise<Result>
  /** The same, with every error as a `SyncError`. */
  request<Result>(send: (connection: Connection) => Promise<Result>): Promise<Result>
  /** The same for one request, answered with exact numbers and headers. */
  exact(request: HttpRequest): Promise<ExactAnswer>
}

/** Opens a session on one org; nothing is sent before the first request. */
export function createSession(access: OrgAccess, options: { apiVersion: string; patience: Patience }): Session {
  const connection = new Connection({
    instanceUrl: access.instanceUrl,
    accessToken: access.accessToken.reveal(),
    version: options.apiVersion,
  })
  usePatientTransport(connection, options.patience)

  let token = access.accessToken
  let renewal: Promise<void> | null = null

  async function renew() {
    const renewed = await access.renew(token)
    token = renewed.accessToken
    connection.accessToken = token.reveal()
    connection.instanceUrl = renewed.instanceUrl
  }

  async function authorized<Result>(send: (connection: Connection) => Promise<Result>): Promise<Result> {
    const used = token
    try {
      return await send(connection)
    } catch (error) {
      if (!saysSessionIsDead(error)) throw error
    }
    if (token === used) {
      renewal ??= renew().finally(() => {
        renewal = null
      })
      await renewal
    }
    return send(connection)
  }

  async function request<Result>(send: (connection: Connection) => Promise<Result>): Promise<Result> {
    try {
      return await authorized(send)
    } catch (error) {
      throw asSyncError(error)
    }
  }

  return {
    patience: options.patience,
    authorized,
    request,
    exact: (asked) => request((current) => exactRequest(current, options.patience, asked)),
  }
}
