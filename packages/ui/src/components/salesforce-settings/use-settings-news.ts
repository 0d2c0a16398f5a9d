import { useEffect } from 'react'
import type { Text } from '../../messages.ts'
import { useAnnounce } from '../../presentation.ts'
import type { SalesforceSettingsMessages } from './salesforce-settings.messages.ts'
import type { ReadySettings } from './use-salesforce-settings.ts'

/** After a return from Salesforce: says that it worked, and puts focus on the step that is next. */
export function useSettingsNews(
  { returned, connection }: ReadySettings,
  text: Text<SalesforceSettingsMessages>,
  next: string,
): void {
  const announce = useAnnounce()
  const news = connection.org ? text.justConnected({ org: connection.org.name }) : null
  useEffect(() => {
    if (returned === null) return
    document.getElementById(next)?.focus()
    if (returned === 'connected' && news !== null) announce(news)
  }, [returned, next, news, announce])
}
