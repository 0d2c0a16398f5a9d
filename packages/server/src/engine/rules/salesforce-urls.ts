import type { ConnectionReason, OrgInfo, SalesforceObject } from '@pryzm/salesforce-sdk/contract'

/** Page of a record in Lightning. */
export function salesforceRecordUrl(instanceUrl: string, object: SalesforceObject, salesforceId: string): string {
  return new URL(`/lightning/r/${object}/${encodeURIComponent(salesforceId)}/view`, instanceUrl).href
}

const setupPages = {
  fields: (object: SalesforceObject) => `/lightning/setup/ObjectManager/${object}/FieldsAndRelationships/view`,
  profiles: () => '/lightning/setup/EnhancedProfiles/home',
  packages: () => '/lightning/setup/ImportedPackage/home',
  connectedApps: () => '/lightning/setup/ConnectedApplication/home',
} as const

/** Page of the org's Setup where an object's fields are listed. */
export function fieldsSetupUrl(instanceUrl: string, object: SalesforceObject): string {
  return new URL(setupPages.fields(object), instanceUrl).href
}

/** Page of the org's Setup of one custom field, by its durable id: Lightning does not know it by its name. */
export function fieldSetupUrl(instanceUrl: string, object: SalesforceObject, fieldId: string): string {
  return new URL(`/lightning/setup/ObjectManager/${object}/FieldsAndRelationships/${fieldId}/view`, instanceUrl).href
}

const genericLogin = 'https://login.salesforce.com'

/** Page of Salesforce Setup where an admin can mend the reason; null where none can. `loginUrl` serves while the org is unknown. */
export function mendingUrl(
  reason: ConnectionReason | null,
  { org, loginUrl }: { org: OrgInfo | null; loginUrl: string },
): string | null {
  const page = reason === 'app_blocked' ? 'connectedApps' : reason === 'api_disabled' ? 'profiles' : null
  if (page === null) return null
  const base = loginUrl === genericLogin ? org?.instanceUrl : loginUrl
  // The login page of all orgs has no Setup of its own, but leads on to a path after the sign-in.
  return base ? setupUrl(base, page) : `${genericLogin}/?startURL=${encodeURIComponent(setupPages[page]())}`
}

/** Page of the org's Setup where profiles, packages or connected apps are managed. */
export function setupUrl(instanceUrl: string, page: 'profiles' | 'packages' | 'connectedApps'): string {
  return new URL(setupPages[page](), instanceUrl).href
}
