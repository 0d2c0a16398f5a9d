import { createHash, randomBytes } from 'node:crypto'
import { requireRule } from './authorize.ts'
import { type Caller, type Ports, Secret } from './ports/index.ts'
import { tellPages } from './tell.ts'

/** Starts a sign-in to Salesforce and returns the page to send the browser to. */
export async function startConnecting(
  ports: Ports,
  caller: Caller,
  { returnTo, loginHost }: { returnTo: string; loginHost?: string | undefined },
): Promise<{ authorizeUrl: string }> {
  requireRule(caller, 'integrations:manage')
  const loginUrl = loginHost === undefined ? ports.settings.loginUrl : `https://${loginHost.toLowerCase()}`
  const state = randomBytes(32).toString('base64url')
  // 48 bytes make 64 characters: within the 43 to 128 that PKCE allows.
  const codeVerifier = randomBytes(48).toString('base64url')
  await ports.store.connections.startAttempt({
    stateHash: hashState(state),
    workspace: caller.workspace,
    user: { id: caller.user.id, name: caller.user.name },
    codeVerifier: new Secret(codeVerifier),
    returnTo,
    loginUrl,
    startedAt: ports.clock.now(),
  })
  await tellPages(ports, caller.workspace, { type: 'changed', what: 'connection' })
  return { authorizeUrl: ports.orgs.authorizeUrl({ loginUrl, state, codeVerifier }) }
}

/** What is kept of the `state` parameter, so that the database alone cannot finish a sign-in. */
export function hashState(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}
