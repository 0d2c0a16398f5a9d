import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

/** One approval of the app by a user. Its tokens die with it. */
export interface Grant {
  readonly userId: string
  readonly clientId: string
  readonly scopes: readonly string[]
  refreshToken: string | undefined
  readonly createdAt: Date
  /** When it last gave an access token. */
  usedAt: Date
}

/** What an access token stands for. */
export interface Session {
  readonly token: string
  readonly grant: Grant
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** The grants of an org as they outlive it: instants are ISO texts. */
export interface KeptSessions {
  readonly grants: readonly KeptGrant[]
  readonly approvals: readonly string[]
}

interface KeptGrant {
  readonly userId: string
  readonly clientId: string
  readonly scopes: readonly string[]
  /** Null where the app may not stay signed in. */
  readonly refreshToken: string | null
  readonly createdAt: string
  /** Files of earlier versions do not tell when a grant was last used. */
  readonly usedAt?: string
  /** Its living access tokens. */
  readonly sessions: readonly { readonly token: string; readonly issuedAt: string; readonly expiresAt: string }[]
}

/** A code on its way from the consent page to the token endpoint. */
export interface AuthorizationCode {
  readonly userId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly challenge: string | undefined
  readonly expiresAt: Date
  used: boolean
}

/** The grants, sessions and codes of an org. */
export class Sessions {
  readonly #clock: Clock
  readonly #organizationId: string
  readonly #codes = new Map<string, AuthorizationCode>()
  readonly #grants = new Set<Grant>()
  readonly #sessions = new Map<string, Session>()
  readonly #approvals = new Set<string>()

  constructor(clock: Clock, organizationId: string) {
    this.#clock = clock
    this.#organizationId = organizationId
  }

  get grants(): readonly Grant[] {
    return [...this.#grants]
  }

  issueCode(code: Omit<AuthorizationCode, 'used' | 'expiresAt'>, minutes: number): string {
    const text = `aPrx${randomBytes(45).toString('base64url')}==`
    this.#codes.set(text, { ...code, expiresAt: this.#minutesFromNow(minutes), used: false })
    return text
  }

  code(text: string): AuthorizationCode | undefined {
    return this.#codes.get(text)
  }

  createGrant(userId: string, clientId: string, scopes: readonly string[]): Grant {
    const lasting = scopes.includes('refresh_token') || scopes.includes('offline_access')
    const refreshToken = lasting ? newRefreshToken() : undefined
    const now = this.#clock()
    const grant = { userId, clientId, scopes, refreshToken, createdAt: now, usedAt: now }
    this.#grants.add(grant)
    this.#approvals.add(`${userId} ${clientId}`)
    return grant
  }

  /** Ends the oldest approvals of an app by a user, so that no more than `most` are left. */
  limitGrants(userId: string, clientId: string, most: number): void {
    const grants = this.grants.filter((grant) => grant.userId === userId && grant.clientId === clientId)
    for (const oldest of grants.slice(0, Math.max(0, grants.length - most))) this.endGrant(oldest)
  }

  /** Whether the user has ever approved the app. */
  hasApproved(userId: string, clientId: string): boolean {
    return this.#approvals.has(`${userId} ${clientId}`)
  }

  grantOf(refreshToken: string): Grant | undefined {
    return this.grants.find((grant) => grant.refreshToken === refreshToken)
  }

  /** Gives the grant a new refresh token, if it has one; the old one is dead from then on. */
  rotate(grant: Grant): void {
    if (grant.refreshToken !== undefined) grant.refreshToken = newRefreshToken()
  }

  openSession(grant: Grant, minutes: number): Session {
    const token = `${this.#organizationId.slice(0, 15)}!${randomBytes(60).toString('base64url')}`
    const session = { token, grant, issuedAt: this.#clock(), expiresAt: this.#minutesFromNow(minutes) }
    this.#sessions.set(token, session)
    grant.usedAt = session.issuedAt
    return session
  }

  /** The living session of an access token. */
  session(token: string): Session | undefined {
    const session = this.#sessions.get(token)
    return session && session.expiresAt > this.#clock() ? session : undefined
  }

  /** Ends a grant with its sessions when `token` is its refresh token, or one session when it is an access token. */
  revoke(token: string): boolean {
    const grant = this.grantOf(token)
    if (grant) this.endGrant(grant)
    return grant !== undefined || this.#sessions.delete(token)
  }

  endGrant(grant: Grant): void {
    this.#grants.delete(grant)
    for (const [token, session] of this.#sessions) if (session.grant === grant) this.#sessions.delete(token)
  }

  /** Ends every access token (of one user, if told); refresh tokens stay. */
  expireSessions(userId?: string): void {
    for (const [token, session] of this.#sessions) {
      if (!userId || session.grant.userId === userId) this.#sessions.delete(token)
    }
  }

  /** Codes are left out: a sign-in that was cut off begins anew. */
  get kept(): KeptSessions {
    const living = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt > this.#clock())
    const byGrant = Map.groupBy(living, ({ grant }) => grant)
    return {
      grants: this.grants.map((grant) => ({
        ...grant,
        refreshToken: grant.refreshToken ?? null,
        createdAt: grant.createdAt.toISOString(),
        usedAt: grant.usedAt.toISOString(),
        sessions: (byGrant.get(grant) ?? []).map(({ token, issuedAt, expiresAt }) => ({
          token,
          issuedAt: issuedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
      })),
      approvals: [...this.#approvals],
    }
  }

  restore({ grants, approvals }: KeptSessions): void {
    for (const { sessions, refreshToken, createdAt, usedAt = createdAt, ...about } of grants) {
      const dates = { createdAt: new Date(createdAt), usedAt: new Date(usedAt) }
      const grant: Grant = { ...about, refreshToken: refreshToken ?? undefined, ...dates }
      this.#grants.add(grant)
      for (const { token, issuedAt, expiresAt } of sessions) {
        this.#sessions.set(token, { token, grant, issuedAt: new Date(issuedAt), expiresAt: new Date(expiresAt) })
      }
    }
    for (const approval of approvals) this.#approvals.add(approval)
  }

  #minutesFromNow(minutes: number): Date {
    return new Date(this.#clock().getTime() + minutes * 60_000)
  }
}

function newRefreshToken(): string {
  return `5Aep861${randomBytes(48).toString('base64url')}`
}
