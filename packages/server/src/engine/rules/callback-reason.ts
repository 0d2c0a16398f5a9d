import type { ConnectionReason } from '@pryzm/salesforce-sdk/contract'

/** Tells from the `error` that Salesforce redirected back with why the sign-in ended. */
export function callbackReason(error: string): ConnectionReason {
  // The help page prints the hyphen for this flow, orgs send the underscore.
  if (error === 'access_denied' || error === 'access-denied') return 'access_denied'
  if (error === 'OAUTH_APP_BLOCKED') return 'app_blocked'
  if (error === 'invalid_scope') return 'missing_scope'
  return 'sign_in_failed'
}
