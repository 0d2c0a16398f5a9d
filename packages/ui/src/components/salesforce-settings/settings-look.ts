import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { SalesforceSettingsMessages } from './salesforce-settings.messages.ts'

/** What every piece of the page is handed: its words and its part names. */
export interface SettingsLook {
  text: Text<SalesforceSettingsMessages>
  part: Part<'settings'>
}
