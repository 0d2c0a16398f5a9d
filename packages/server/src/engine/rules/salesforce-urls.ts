import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'

/** Page of a record in Lightning. */
export function salesforceRecordUrl(instanceUrl: string, object: SalesforceObject, salesforceId: string): string {
  return new URL(`/lightning/r/${object}/${encodeURIComponent(salesforceId)}/view`, instanceUrl).href
}

const setupPages = {
  fields: (object: SalesforceObject) => `/lightning/setup/ObjectManager/${object}/FieldsAndRelationships/view`,
  profiles: () => '/lightning/setup/EnhancedProfiles/home',
  packages: () => '/lightning/setup/ImportedPackage/home',
  connectedApps: () => '/lightning/setup/ConnectedAppsUsage/home',
} as const

/** Page of the org's Setup where an object's fields are listed. */
export function fieldsSetupUrl(instanceUrl: string, object: SalesforceObject): string {
  return new URL(setupPages.fields(object), instanceUrl).href
}

/** Page of the org's Setup where profiles, packages or connected apps are managed. */
export function setupUrl(instanceUrl: string, page: 'profiles' | 'packages' | 'connectedApps'): string {
  return new URL(setupPages[page](), instanceUrl).href
}
