import { connectionReasons } from '@pryzm/salesforce-sdk/contract'
import { describe, expect, it } from 'vitest'
import { callbackReason } from './callback-reason.ts'
import { connectionSentence } from './connection-sentences.ts'
import { scopesSuffice } from './scopes.ts'

describe('every reason', () => {
  it.each(connectionReasons)('%s has a calm sentence that says what to do', (reason) => {
    const sentence = connectionSentence(reason)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/please|sorry|oops|!/i)
    expect(sentence.split(/(?<=\.) /).length).toBeGreaterThan(1)
  })
})

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
