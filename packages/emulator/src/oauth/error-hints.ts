import type { ConnectedApp } from '../org/settings.ts'

/** What to do about an error that keeps the browser on a page: the emulator's own words, since Salesforce gives none. */
export function hintFor(code: string, app: ConnectedApp): string | undefined {
  const install = `${app.name} is not installed in this org. An administrator can install it, or may approve it uninstalled.`
  const hints: Readonly<Record<string, string>> = {
    invalid_client_id: `The client id that this org knows is ${app.clientId}.`,
    redirect_uri_mismatch: `The callbacks of ${app.name} are ${app.redirectUris.join(', ')}; one of them must be sent letter by letter.`,
    OAUTH_APPROVAL_ERROR_GENERIC: install,
    OAUTH_EC_APP_NOT_FOUND: install,
  }
  return hints[code]
}
