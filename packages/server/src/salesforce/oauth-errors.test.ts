import { describe, expect, it } from 'vitest'
import { refreshError, signInError } from './oauth-errors.ts'
import { Unanswered } from './unanswered.ts'

/** As jsforce throws it. */
function oauthError(error: string, description: string): Error {
  const thrown = new Error(description)
  thrown.name = error
  return thrown
}

describe('refreshError', () => {
  it.each([
    ['invalid_grant', 'expired access/refresh token', 'token_revoked'],
    ['invalid_grant', 'token validity expired', 'token_expired'],
    ['invalid_grant', 'inactive user', 'user_deactivated'],
    ['invalid_grant', 'ip restricted', 'sign_in_failed'],
    ['invalid_grant', 'activation secret invalid', 'token_revoked'],
    ['invalid_client', 'invalid client credentials', 'sign_in_failed'],
    ['invalid_app_access', 'user is not admin approved to access this app', 'app_blocked'],
    ['OAUTH_EC_APP_NOT_FOUND', 'External client app is not installed in this org', 'app_blocked'],
    ['inactive_user', 'user is inactive', 'user_deactivated'],
  ])('%s (%s) ends the grant: %s', (error, description, reason) => {
    expect(refreshError(oauthError(error, description))).toMatchObject({
      code: 'reauthorization_required',
      details: { reason },
    })
  })

  it.each([
    ['rate_limit_exceeded', oauthError('rate_limit_exceeded', 'login rate exceeded')],
    ['a page instead of an answer', oauthError('ERROR_HTTP_404', '<html>')],
    ['a cut connection', new Unanswered('Cut.', 'unknown')],
  ])('settles nothing with %s', (_, error) => {
    expect(refreshError(error).code).toBe('salesforce_busy')
  })

  it('does not take a mistake of ours for a dead grant', () => {
    expect(refreshError(new TypeError('x is undefined')).code).toBe('internal')
  })
})

describe('signInError', () => {
  it.each([
    ['invalid_grant', 'expired authorization code', 'sign_in_expired'],
    ['invalid_grant', 'invalid code verifier', 'sign_in_expired'],
    ['redirect_uri_mismatch', 'redirect_uri must match configuration', 'sign_in_failed'],
    ['invalid_grant', 'authentication failure', 'sign_in_failed'],
  ])('%s (%s) is %s', (error, description, reason) => {
    expect(signInError(oauthError(error, description))).toMatchObject({ code: 'salesforce_refused', details: { reason } })
  })
})
