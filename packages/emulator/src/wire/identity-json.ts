import { identityUrl } from '../org/identity-url.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'

/** The resource addresses of an org; `{version}` is left for the client to fill. */
function resourceUrls(org: Org, user: Row): Record<string, string> {
  const soapId = String(org.organization.Id).slice(0, 15)
  const data = `${org.url}/services/data/v{version}`
  return {
    enterprise: `${org.url}/services/Soap/c/{version}/${soapId}`,
    metadata: `${org.url}/services/Soap/m/{version}/${soapId}`,
    partner: `${org.url}/services/Soap/u/{version}/${soapId}`,
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    search: `${data}/search/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    tooling_soap: `${org.url}/services/Soap/T/{version}/${soapId}`,
    tooling_rest: `${data}/tooling/`,
    profile: `${org.url}/${String(user.Id)}`,
    feeds: `${data}/chatter/feeds`,
    groups: `${data}/chatter/groups`,
    users: `${data}/chatter/users`,
    feed_items: `${data}/chatter/feed-items`,
    feed_elements: `${data}/chatter/feed-elements`,
    custom_domain: org.url,
  }
}

/** Who a token belongs to, in the style of OpenID Connect. */
export function userinfoJson(org: Org, user: Row): Record<string, unknown> {
  return {
    sub: identityUrl(org, String(user.Id)),
    user_id: user.Id,
    organization_id: org.organization.Id,
    preferred_username: user.Username,
    nickname: user.Alias ?? null,
    name: fullName(user),
    email: user.Email,
    email_verified: true,
    given_name: user.FirstName ?? null,
    family_name: user.LastName,
    zoneinfo: user.TimeZoneSidKey ?? 'America/Los_Angeles',
    photos: { picture: `${org.url}/profilephoto/005/F`, thumbnail: `${org.url}/profilephoto/005/T` },
    profile: `${org.url}/${String(user.Id)}`,
    picture: `${org.url}/profilephoto/005/F`,
    address: {},
    is_salesforce_integration_user: false,
    urls: resourceUrls(org, user),
    active: user.IsActive,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey ?? 'en_US',
    locale: user.LocaleSidKey ?? 'en_US',
    utcOffset: 0,
    updated_at: String(user.LastModifiedDate).replace('.000Z', 'Z'),
  }
}

/** Who a token belongs to, as the identity URL tells it. */
export function identityJson(org: Org, user: Row): Record<string, unknown> {
  return {
    id: identityUrl(org, String(user.Id)),
    asserted_user: true,
    user_id: user.Id,
    organization_id: org.organization.Id,
    username: user.Username,
    nick_name: user.Alias ?? null,
    display_name: fullName(user),
    email: user.Email,
    email_verified: true,
    first_name: user.FirstName ?? null,
    last_name: user.LastName,
    timezone: user.TimeZoneSidKey ?? 'America/Los_Angeles',
    photos: { picture: `${org.url}/profilephoto/005/F`, thumbnail: `${org.url}/profilephoto/005/T` },
    addr_street: null,
    addr_city: null,
    addr_state: null,
    addr_country: null,
    addr_zip: null,
    mobile_phone: user.MobilePhone ?? null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: resourceUrls(org, user),
    active: user.IsActive,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey ?? 'en_US',
    locale: user.LocaleSidKey ?? 'en_US',
    utcOffset: 0,
    last_modified_date: String(user.LastModifiedDate).replace('.000Z', 'Z'),
    is_app_installed: true,
  }
}

function fullName(user: Row): string {
  return [user.FirstName, user.LastName].filter(Boolean).join(' ')
}
