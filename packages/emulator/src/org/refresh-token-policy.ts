import type { Org } from './org.ts'
import type { Grant } from './sessions.ts'

export const refreshTokenPolicies = ['until_revoked', 'unused', 'age', 'at_once'] as const

/**
 * When a refresh token expires: only when it is revoked, when it was not used for a time, some time after the approval, or at once.
 * Salesforce looks at the policy when the token is used, so a change holds for tokens given out before.
 */
export type RefreshTokenPolicy = (typeof refreshTokenPolicies)[number]

export function isRefreshTokenPolicy(text: string): text is RefreshTokenPolicy {
  return refreshTokenPolicies.some((policy) => policy === text)
}

/** Whether a grant can no longer be refreshed under the org's policy. Its access tokens live on. */
export function isPastRefresh({ settings, clock }: Org, grant: Grant): boolean {
  const { refreshTokenPolicy, refreshTokenMinutes: minutes } = settings
  const minutesSince = (then: Date) => (clock().getTime() - then.getTime()) / 60_000
  switch (refreshTokenPolicy) {
    case 'until_revoked':
      return false
    case 'unused':
      return minutesSince(grant.usedAt) >= minutes
    case 'age':
      return minutesSince(grant.createdAt) >= minutes
    case 'at_once':
      return true
  }
}
