import type { Org } from './org.ts'

/**
 * The address that tells who a user is. Salesforce puts it on login.salesforce.com, or on test.salesforce.com for sandboxes.
 * The emulator has one address for both and for the My Domain, and clients ask this URL as it is: so it stands on the org's own
 * address unless the settings name others.
 */
export function identityUrl(org: Org, userId: string): string {
  const { loginUrl, testUrl } = org.settings
  const host = (org.organization.IsSandbox === true ? testUrl : loginUrl) ?? org.url
  return `${host.replace(/\/+$/, '')}/id/${String(org.organization.Id)}/${userId}`
}
