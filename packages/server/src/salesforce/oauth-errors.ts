import { type ConnectionReason, SyncError } from '@pryzm/salesforce-sdk/contract'
import { asSyncError } from './errors.ts'

interface Meaning {
  reason: ConnectionReason
  sentence: string
}

const deactivated: Meaning = {
  reason: 'user_deactivated',
  sentence:
    'The Salesforce user of this connection is deactivated or frozen. Connect with another user, or have this one activated.',
}
const blocked: Meaning = {
  reason: 'app_blocked',
  sentence:
    'The org does not let this app in. Ask a Salesforce admin to install the Pryzm package and to allow the app for this user.',
}
const wrongApp: Meaning = {
  reason: 'sign_in_failed',
  sentence: 'Salesforce does not accept the client id, the secret or the redirect address that the server is set up with.',
}
const wrongNetwork: Meaning = {
  reason: 'sign_in_failed',
  sentence: 'Salesforce lets this user sign in from certain networks only, and the server is in none of them.',
}
const expiredCode: Meaning = {
  reason: 'sign_in_expired',
  sentence: 'This sign-in took too long or was used already. Start connecting again.',
}
const failedSignIn: Meaning = {
  reason: 'sign_in_failed',
  sentence: 'Salesforce did not complete the sign-in. Start connecting again.',
}
const revoked: Meaning = {
  reason: 'token_revoked',
  sentence: 'Salesforce has ended the access that was granted: it was revoked, or it has expired. Reconnect to go on.',
}

const expired: Meaning = {
  reason: 'token_expired',
  sentence: 'The refresh token policy of the org has ended the access that was granted. Reconnect to go on.',
}

const byError = new Map<string, Meaning>([
  ['OAUTH_APP_BLOCKED', blocked],
  ['OAUTH_EC_APP_NOT_FOUND', blocked],
  ['invalid_app_access', blocked],
  ['inactive_user', deactivated],
  ['invalid_client', wrongApp],
  ['invalid_client_id', wrongApp],
  ['redirect_uri_mismatch', wrongApp],
])

const byDescription: readonly [RegExp, Meaning][] = [
  [/inactive user/i, deactivated],
  [/authorization code|code verifier/i, expiredCode],
  [/ip restricted/i, wrongNetwork],
  [/approved/i, blocked],
  [/token validity expired/i, expired],
]

const passing = new Set(['rate_limit_exceeded', 'server_error', 'temporarily_unavailable'])

/** An error of the token endpoint while signing in: `salesforce_refused` with a reason, or `salesforce_busy`. */
export function signInError(error: unknown): SyncError {
  const refusal = refusalOf(error)
  if (refusal === null) return unsettled(error)
  const { reason, sentence } = meaningOf(refusal) ?? failedSignIn
  return new SyncError('salesforce_refused', sentence, { details: { reason }, cause: error })
}

/** An error of the token endpoint for a grant in use: `reauthorization_required` with a reason, or `salesforce_busy`. */
export function refreshError(error: unknown): SyncError {
  const refusal = refusalOf(error)
  if (refusal === null) return unsettled(error)
  const { reason, sentence } = meaningOf(refusal) ?? revoked
  return new SyncError('reauthorization_required', sentence, { details: { reason }, cause: error })
}

interface OAuthRefusal {
  error: string
  description: string
}

/** jsforce names its error after the `error` of the answer; null where the answer settles nothing. */
function refusalOf(error: unknown): OAuthRefusal | null {
  if (!(error instanceof Error) || !/^([a-z_]+|OAUTH_\w+)$/.test(error.name) || passing.has(error.name)) return null
  return { error: error.name, description: error.message }
}

function meaningOf({ error, description }: OAuthRefusal): Meaning | undefined {
  return byError.get(error) ?? byDescription.find(([pattern]) => pattern.test(description))?.[1]
}

function unsettled(error: unknown): SyncError {
  const pausing = error instanceof Error && (passing.has(error.name) || error.name.startsWith('ERROR_HTTP_'))
  if (!pausing) return asSyncError(error)
  return new SyncError('salesforce_busy', 'Salesforce does not answer sign-ins at the moment. Try again in a little while.', {
    cause: error,
  })
}
