import type { OrgInfo, SetupCheck } from '@pryzm/salesforce-sdk/contract'
import { setupUrl } from './salesforce-urls.ts'
import { requestedScopes, scopesSuffice } from './scopes.ts'

/** Whether the connected user may use the API, told by a call that came through or was refused for that. */
export function apiAccessCheck(allowed: boolean, { username, instanceUrl }: OrgInfo): SetupCheck {
  const check = { kind: 'api_access', object: null, title: 'API access' } as const
  if (allowed) return { ...check, status: 'pass', problems: [], steps: [], link: null }
  return {
    ...check,
    status: 'fail',
    problems: [
      { code: 'api_disabled', sentence: `${username} may not use the Salesforce API.`, expected: 'API Enabled', found: 'Off' },
    ],
    steps: [
      `In Salesforce Setup, open the profile of ${username}.`,
      'Under System Permissions, turn on API Enabled.',
      'If it is on already, check that the Salesforce edition includes API access.',
    ],
    link: setupUrl(instanceUrl, 'profiles'),
  }
}

/** Whether the granted scopes let syncs run while nobody is signed in. */
export function scopesCheck(scopes: readonly string[], hasRefreshToken: boolean): SetupCheck {
  const check = { kind: 'scopes', object: null, title: 'Granted permissions', link: null } as const
  if (scopesSuffice(scopes, hasRefreshToken)) return { ...check, status: 'pass', problems: [], steps: [] }
  return {
    ...check,
    status: 'fail',
    problems: [
      {
        code: 'missing_scope',
        sentence: 'Salesforce did not grant every permission that Pryzm needs.',
        expected: requestedScopes.join(', '),
        found: scopes.join(', '),
      },
    ],
    steps: ['Reconnect and approve every permission on the consent screen.'],
  }
}

/** Sandboxes are refused when they sign in, so a connected org is a production org. */
export function productionOrgCheck({ edition }: OrgInfo): SetupCheck {
  const title = edition === '' ? 'Production org' : `Production org (${edition})`
  return { kind: 'production_org', object: null, status: 'pass', title, problems: [], steps: [], link: null }
}

/** Whether the Pryzm package is installed; never more than a hint once the connection works. */
export function packageCheck(
  installed: 'pass' | 'fail' | 'unknown',
  { instanceUrl }: OrgInfo,
  packageInstallUrl: string | null,
): SetupCheck {
  const check = { kind: 'package', object: null, title: 'Pryzm package', link: setupUrl(instanceUrl, 'packages') } as const
  if (installed === 'pass') return { ...check, status: 'pass', problems: [], steps: [] }
  const install =
    packageInstallUrl === null
      ? 'Ask a Salesforce admin to install the Pryzm package.'
      : `Open ${packageInstallUrl} as a Salesforce admin.`
  return {
    ...check,
    status: installed,
    problems: [
      {
        code: installed === 'fail' ? 'package_missing' : 'package_unknown',
        sentence:
          installed === 'fail'
            ? 'The Pryzm package is not installed in this org.'
            : 'The connected user may not see installed packages, so we cannot tell whether the Pryzm package is there.',
        expected: 'Installed',
        found: installed === 'fail' ? 'Not installed' : null,
      },
    ],
    steps: [install, 'Confirm that the package appears under Setup → Installed Packages.'],
  }
}
