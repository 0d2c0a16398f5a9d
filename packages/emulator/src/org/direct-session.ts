import type { Org } from './org.ts'

/** Stands for the user's own sign-in, so that the app counts as not approved. */
const OWN_SIGN_IN = 'own-sign-in'

/** Opens a session of a user (the administrator unless told) without the app and without a browser; gives its access token. */
export function openDirectSession(org: Org, userId = String(org.administrator.Id)): string {
  const grant = org.sessions.createGrant(userId, OWN_SIGN_IN, ['api', 'id', 'full'])
  return org.sessions.openSession(grant, org.settings.sessionMinutes).token
}
