import type { ConnectionReason, SyncError } from '@pryzm/salesforce-sdk/contract'

const told: readonly ConnectionReason[] = ['user_deactivated', 'token_expired', 'app_blocked']

/** Why Salesforce no longer accepts our access; that it was revoked where it does not say more. */
export function lostAccessReason({ details }: SyncError): ConnectionReason {
  return told.find((reason) => reason === details.reason) ?? 'token_revoked'
}
