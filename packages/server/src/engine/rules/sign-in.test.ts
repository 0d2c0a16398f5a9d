import { expect, it } from 'vitest'
import { callbackReason } from './callback-reason.ts'
import { missingScopes, scopesSuffice } from './scopes.ts'

it('reads both spellings of a denial, and what else Salesforce comes back with', () => {
  expect(['access_denied', 'access-denied', 'OAUTH_APP_BLOCKED', 'invalid_scope', 'server_error'].map(callbackReason)).toEqual([
    'access_denied',
    'access_denied',
    'app_blocked',
    'missing_scope',
    'sign_in_failed',
  ])
})

it('needs api or full, and a refresh token', () => {
  expect(scopesSuffice(['api', 'refresh_token'], true)).toBe(true)
  expect(scopesSuffice(['full'], true)).toBe(true)
  expect(scopesSuffice(['api'], false)).toBe(false)
  expect(scopesSuffice(['refresh_token', 'id'], true)).toBe(false)
})

it('tells which scopes are missing; a refresh token under either of its two names is one permission', () => {
  expect(missingScopes(['api'])).toEqual(['refresh_token'])
  expect(missingScopes(['id', 'offline_access'])).toEqual(['api'])
  expect(missingScopes(['full', 'refresh_token'])).toEqual([])
})
