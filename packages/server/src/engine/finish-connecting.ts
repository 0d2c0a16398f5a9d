import { type ConnectionReason, type OrgInfo, SyncError } from '@pryzm/salesforce-sdk/contract'
import { holdsRule } from './authorize.ts'
import { connectOrg } from './connect-org.ts'
import { attemptMinutes } from './get-connection.ts'
import { noteFailedAttempt, type Refused } from './note-failed-attempt.ts'
import { offerOtherOrg } from './offer-other-org.ts'
import type { Caller, ConnectAttempt, Grant, OrgIdentity, PendingConnection, Ports, Secret } from './ports/index.ts'
import { callbackReason } from './rules/callback-reason.ts'
import { scopesSuffice } from './rules/scopes.ts'
import { hashState } from './start-connecting.ts'

/** Where the browser goes after the sign-in, and how the sign-in ended. */
export interface FinishedSignIn {
  returnTo: string
  outcome: SignInOutcome
}

type SignInOutcome = 'connected' | ConnectionReason

/** How a sign-in ended, with what is known of a grant that was refused. */
interface Ending extends Refused {
  outcome: SignInOutcome
}

/** Takes the browser back from Salesforce: every way it can end is told by the outcome, none by an exception. */
export async function finishConnecting(ports: Ports, caller: Caller, query: URLSearchParams): Promise<FinishedSignIn> {
  const attempt = await ports.store.connections.takeAttempt(hashState(query.get('state') ?? ''))
  if (attempt === null || !belongsTo(attempt, caller)) return { returnTo: ports.settings.homePath, outcome: 'sign_in_expired' }
  const { outcome, ...refused } = await endAttempt(ports, caller, attempt, query)
  if (outcome !== 'connected' && outcome !== 'different_org') await noteFailedAttempt(ports, attempt, outcome, refused)
  return { returnTo: attempt.returnTo, outcome }
}

function belongsTo(attempt: ConnectAttempt, caller: Caller): boolean {
  return attempt.workspace === caller.workspace && attempt.user.id === caller.user.id
}

async function endAttempt(ports: Ports, caller: Caller, attempt: ConnectAttempt, query: URLSearchParams): Promise<Ending> {
  const age = ports.clock.now().getTime() - attempt.startedAt.getTime()
  if (age > attemptMinutes * 60_000) return { outcome: 'sign_in_expired' }
  if (!holdsRule(caller, 'integrations:manage') || !caller.moduleEnabled) return { outcome: 'sign_in_failed' }
  const error = query.get('error')
  if (error !== null) return { outcome: callbackReason(error) }
  const code = query.get('code')
  if (code === null) return { outcome: 'sign_in_failed' }
  try {
    const { loginUrl, codeVerifier } = attempt
    const grant = await ports.orgs.exchangeCode({ loginUrl, code, codeVerifier: codeVerifier.reveal() })
    return await takeGrant(ports, attempt, grant)
  } catch (failure) {
    ports.log.warn('A sign-in to Salesforce failed', { workspace: attempt.workspace, error: failure })
    return { outcome: failureReason(failure) }
  }
}

/** Keeps a grant that is good for syncs; withdraws any other at once. */
async function takeGrant(ports: Ports, attempt: ConnectAttempt, grant: Grant): Promise<Ending> {
  try {
    const { scopes } = grant
    if (grant.refreshToken === null || !scopesSuffice(scopes, true))
      return await refuse(ports, attempt, grant, { outcome: 'missing_scope', scopes })
    const identity = await identify(ports, grant)
    const { kind, name: org } = identity
    if (kind !== 'production')
      return await refuse(ports, attempt, grant, { outcome: kind === 'sandbox' ? 'sandbox_org' : 'scratch_org', org })
    return { outcome: await accept(ports, attempt.workspace, accepted(attempt, grant, grant.refreshToken, identity)) }
  } catch (error) {
    await revokeQuietly(ports, attempt, grant)
    throw error
  }
}

async function accept(ports: Ports, workspace: string, grant: PendingConnection): Promise<SignInOutcome> {
  const before = await ports.store.connections.get(workspace)
  // Mapping, links and history belong to the org before, so another one needs a person's choice.
  if (before?.org && before.org.id !== grant.org.id) {
    await offerOtherOrg(ports, workspace, grant, before)
    return 'different_org'
  }
  await connectOrg(ports, workspace, grant, before)
  return 'connected'
}

function accepted(attempt: ConnectAttempt, grant: Grant, refreshToken: Secret, identity: OrgIdentity): PendingConnection {
  const org: OrgInfo = {
    id: identity.orgId,
    name: identity.name,
    username: identity.username,
    instanceUrl: grant.instanceUrl,
    edition: identity.edition,
  }
  return {
    org,
    userId: identity.userId,
    loginUrl: attempt.loginUrl,
    scopes: grant.scopes,
    accessToken: grant.accessToken,
    refreshToken,
    connectedBy: attempt.user,
  }
}

async function identify({ orgs }: Ports, grant: Grant): Promise<OrgIdentity> {
  const org = orgs.open({
    instanceUrl: grant.instanceUrl,
    accessToken: grant.accessToken,
    renew: () => Promise.reject(new SyncError('reauthorization_required', 'Salesforce refused the token it had just issued.')),
  })
  return org.identity(grant.identityUrl)
}

async function refuse(ports: Ports, attempt: ConnectAttempt, grant: Grant, ending: Ending): Promise<Ending> {
  await revokeQuietly(ports, attempt, grant)
  return ending
}

async function revokeQuietly(ports: Ports, { workspace, loginUrl }: ConnectAttempt, grant: Grant): Promise<void> {
  await ports.orgs
    .revoke({ loginUrl, token: grant.refreshToken ?? grant.accessToken })
    .catch((error: unknown) => ports.log.warn('A refused grant could not be revoked', { workspace, error }))
}

const toldReasons: readonly ConnectionReason[] = ['api_disabled', 'app_blocked', 'sign_in_expired', 'user_deactivated']

function failureReason(failure: unknown): ConnectionReason {
  if (!(failure instanceof SyncError)) return 'sign_in_failed'
  if (failure.code === 'salesforce_busy') return 'org_unavailable'
  return toldReasons.find((reason) => reason === failure.details.reason) ?? 'sign_in_failed'
}
