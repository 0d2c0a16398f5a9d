import type { ConnectedApp } from '../org/settings.ts'

/** What an app asks for when it sends a browser to the authorize page. */
export interface AuthorizationRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly state: string | undefined
  readonly challenge: string | undefined
  readonly prompts: readonly string[]
  readonly loginHint: string
  /** The request as it came, to be carried through the forms. */
  readonly query: string
}

/** A request that must not go back to the app, because the app is not known or the address is not its own. */
export class UntrustedRequest extends Error {
  readonly code: string

  constructor(code: string, description: string) {
    super(description)
    this.code = code
  }
}

/** A request that goes back to the app with an error. */
export interface RefusedRequest {
  readonly error: string
  readonly description: string
}

/** Reads and checks the query of the authorize page; throws `UntrustedRequest` where the browser has to stay with Salesforce. */
export function readAuthorizationRequest(app: ConnectedApp, query: URLSearchParams): AuthorizationRequest {
  const clientId = query.get('client_id') ?? ''
  const redirectUri = query.get('redirect_uri') ?? ''
  if (clientId !== app.clientId) throw new UntrustedRequest('invalid_client_id', 'client identifier invalid')
  if (!app.redirectUris.includes(redirectUri)) {
    throw new UntrustedRequest('redirect_uri_mismatch', 'redirect_uri must match configuration')
  }
  const words = (name: string) => (query.get(name) ?? '').split(' ').filter(Boolean)
  const scopes = words('scope')
  return {
    clientId,
    redirectUri,
    scopes: scopes.length > 0 ? scopes : app.scopes,
    state: query.get('state') ?? undefined,
    challenge: query.get('code_challenge') ?? undefined,
    prompts: words('prompt'),
    loginHint: query.get('login_hint') ?? '',
    query: query.toString(),
  }
}

/** What is wrong with a request of a known app; undefined when nothing is. */
export function refuseRequest(app: ConnectedApp, request: AuthorizationRequest): RefusedRequest | undefined {
  const query = new URLSearchParams(request.query)
  if (query.get('response_type') !== 'code') {
    return { error: 'unsupported_response_type', description: 'response type not supported' }
  }
  if (app.requirePkce && !request.challenge) return { error: 'invalid_request', description: 'missing required code challenge' }
  // Salesforce takes a challenge without a method as SHA-256, and knows no other.
  if ((query.get('code_challenge_method') ?? 'S256') !== 'S256') {
    return { error: 'invalid_request', description: 'code challenge method not supported' }
  }
  if (request.scopes.some((scope) => !app.scopes.includes(scope) && !impliedScopes.has(scope))) {
    return { error: 'invalid_scope', description: 'the requested scope is not allowed' }
  }
  if (app.state === 'blocked') return { error: 'OAUTH_APP_BLOCKED', description: 'this app is blocked by admin' }
  return undefined
}

/** Other names of scopes that every app has with `refresh_token` and `id`. */
const impliedScopes: ReadonlySet<string> = new Set(['offline_access', 'profile', 'email'])

/** Where the browser goes back to the app, with the answer and the app's own `state`. */
export function callbackUrl(request: AuthorizationRequest, answer: Readonly<Record<string, string>>): string {
  const url = new URL(request.redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.append(name, value)
  if (request.state !== undefined) url.searchParams.append('state', request.state)
  return url.href
}
