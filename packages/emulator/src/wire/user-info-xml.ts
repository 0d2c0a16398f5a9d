import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { nil, type XmlElement } from './soap-xml.ts'

/** Who calls, as getUserInfo tells it. */
export function userInfoXml({ organization, settings }: Org, user: Row): XmlElement {
  return {
    accessibilityMode: 'false',
    chatterExternal: 'false',
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: '5242880',
    orgDefaultCurrencyIsoCode: 'USD',
    orgDefaultCurrencyLocale: 'en_US',
    orgDisallowHtmlAttachments: 'false',
    orgHasPersonAccounts: 'false',
    organizationId: String(organization.Id),
    organizationMultiCurrency: 'false',
    organizationName: String(organization.Name),
    profileId: String(user.ProfileId),
    roleId: nil,
    sessionSecondsValid: String(settings.sessionMinutes * 60),
    userDefaultCurrencyIsoCode: nil,
    userEmail: String(user.Email),
    userFullName: [user.FirstName, user.LastName].filter(Boolean).join(' '),
    userId: String(user.Id),
    userLanguage: String(user.LanguageLocaleKey ?? 'en_US'),
    userLocale: String(user.LocaleSidKey ?? 'en_US'),
    userName: String(user.Username),
    userTimeZone: String(user.TimeZoneSidKey ?? 'America/Los_Angeles'),
    userType: 'Standard',
    userUiSkin: 'Theme3',
  }
}
