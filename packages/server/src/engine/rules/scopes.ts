/** Scopes that a connect asks for; Salesforce treats the last two as one permission. */
export const requestedScopes = ['api', 'refresh_token', 'offline_access'] as const

/** What syncs need and was not granted. */
export function missingScopes(granted: readonly string[]): string[] {
  return [
    ...(granted.includes('api') || granted.includes('full') ? [] : ['api']),
    ...(granted.includes('refresh_token') || granted.includes('offline_access') ? [] : ['refresh_token']),
  ]
}

/** Whether what was granted lets syncs run while nobody is signed in. */
export function scopesSuffice(scopes: readonly string[], hasRefreshToken: boolean): boolean {
  return hasRefreshToken && (scopes.includes('api') || scopes.includes('full'))
}
