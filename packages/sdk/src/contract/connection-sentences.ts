import type { ConnectionReason } from './connection.ts'

const production = 'Sign in to your production org instead.'

const sentences: Record<ConnectionReason, string> = {
  access_denied: 'Access was not approved in Salesforce, so nothing was connected. Connect again and choose Allow.',
  app_blocked:
    'A policy of this Salesforce org keeps the Pryzm app out. Ask a Salesforce admin to permit it for your user under Setup → Manage Connected Apps, or to unblock it under Connected Apps OAuth Usage; then connect again.',
  attempt_expired:
    'The sign-in did not come back from Salesforce. If Salesforce showed an error page, the package is not installed in that org: a Salesforce admin can install it. If you closed the page yourself, connect again.',
  sign_in_expired: 'That sign-in link has expired or was used before. Connect again.',
  sign_in_failed: 'Salesforce did not complete the sign-in. Connect again; if it happens again, ask a Salesforce admin.',
  sandbox_org: 'Salesforce sandbox orgs are not supported yet, so nothing was connected. Sign in to your production org instead.',
  scratch_org: 'Salesforce scratch orgs are not supported, so nothing was connected. Sign in to your production org instead.',
  missing_scope:
    'Salesforce did not grant every permission that Pryzm needs (api, refresh_token). Connect again and approve all of them, so that syncs can run while you are away.',
  api_disabled:
    'This Salesforce user may not use the API. Ask a Salesforce admin to turn on API Enabled for the profile, and check that the edition includes API access; then connect again.',
  different_org:
    'You signed in to another Salesforce org than the one connected before. Keep the org before, or start fresh with the new one.',
  token_revoked:
    'Salesforce no longer accepts our access: somebody revoked it, or a policy of the org ended it. Reconnect to go on.',
  token_expired:
    "The refresh token policy of the Pryzm app in this org ended the access. Reconnect to go on. A Salesforce admin can set the policy to 'valid until revoked', so that it does not end again.",
  user_deactivated: 'The connected Salesforce user is deactivated or frozen. Reconnect with an active user.',
  refresh_interrupted:
    'Renewing the access to Salesforce was interrupted, and Salesforce no longer accepts the old one. Nothing is lost. Reconnect to go on.',
  api_limit_reached:
    'The org has used up its Salesforce API calls of the last 24 hours. Syncs go on by themselves once there is room.',
  org_unavailable: 'Salesforce does not answer at the moment. Syncs go on by themselves once it does.',
  revoke_failed:
    'Disconnected here, but Salesforce could not be told to withdraw the access. A Salesforce admin can revoke it under Setup → Connected Apps OAuth Usage.',
}

/** What happened and what to do, for a person; names the org where its kind is the reason. */
export function connectionSentence(reason: ConnectionReason, org?: string): string {
  if (org !== undefined && reason === 'sandbox_org') return `${org} is a sandbox, so nothing was connected. ${production}`
  if (org !== undefined && reason === 'scratch_org') return `${org} is a scratch org, so nothing was connected. ${production}`
  return sentences[reason]
}
