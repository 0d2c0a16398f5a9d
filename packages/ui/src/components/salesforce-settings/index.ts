export { SalesforceSettings, type SalesforceSettingsProps } from './salesforce-settings.tsx'
export { type SalesforceSettingsMessages, salesforceSettingsMessages } from './salesforce-settings.messages.ts'
export { SalesforceSettingsView, type SalesforceSettingsViewProps } from './salesforce-settings.view.tsx'
export { type SalesforceSettingsState, useSalesforceSettings } from './use-salesforce-settings.ts'
