import { hasApi } from '../org/edition.ts'
import type { Org } from '../org/org.ts'
import type { Session } from '../org/sessions.ts'
import type { Row } from '../org/table.ts'
import { refusal, SalesforceError } from '../wire/salesforce-error.ts'

/** The user on whose behalf a request comes. */
export interface Caller {
  user: Row
  session: Session
}

/** Finds who calls by the `Authorization` header; throws what Salesforce answers when nobody does. */
export function authorizeRequest(org: Org, header: string | undefined): Caller {
  const token = /^(?:Bearer|OAuth) +(.+)$/i.exec(header ?? '')?.[1]
  if (!token) throw refusal('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE', 401)
  const session = org.sessions.session(token.trim())
  const user = session && org.user(session.grant.userId)
  if (!session || user?.IsActive !== true) throw deadSession()
  if (!session.grant.scopes.some((scope) => scope === 'api' || scope === 'full')) throw notForApi()
  if (!orgHasApi(org) || !org.access.has(user, 'ApiEnabled')) throw apiDisabled()
  return { user, session }
}

function orgHasApi({ organization, settings }: Org): boolean {
  return settings.apiAddOn || hasApi(String(organization.OrganizationType))
}

function deadSession(): SalesforceError {
  return invalidSession('Session expired or invalid')
}

/** The app did not ask for the `api` scope; a fresh token would not help. */
function notForApi(): SalesforceError {
  return invalidSession('This session is not valid for use with the REST API')
}

function invalidSession(message: string): SalesforceError {
  return new SalesforceError(401, [{ message, errorCode: 'INVALID_SESSION_ID' }], { 'WWW-Authenticate': 'Token' })
}

function apiDisabled(): SalesforceError {
  return refusal('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner', 403)
}
