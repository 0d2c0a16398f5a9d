import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { describe, expect, it } from 'vitest'
import { apiErrorFrom, refusalsOf } from './api-error.ts'
import { asSyncError, concernsWholeRequest, saysSessionIsDead } from './errors.ts'
import { Unanswered } from './unanswered.ts'

function answer(status: number, errorCode: string, message: string) {
  return apiErrorFrom(status, JSON.stringify([{ message, errorCode }]))
}

describe('asSyncError', () => {
  it.each([
    ['API_DISABLED_FOR_ORG', 403, 'API is not enabled for this Organization or Partner', 'salesforce_refused'],
    ['REQUEST_LIMIT_EXCEEDED', 403, 'TotalRequests Limit exceeded.', 'salesforce_limit'],
    ['REQUEST_LIMIT_EXCEEDED', 403, 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.', 'salesforce_busy'],
    ['QUERY_TIMEOUT', 400, 'Your query request was running for too long.', 'salesforce_busy'],
    ['INVALID_SESSION_ID', 401, 'Session expired or invalid', 'reauthorization_required'],
    ['NOT_FOUND', 404, 'The requested resource does not exist', 'not_found'],
    ['ENTITY_IS_DELETED', 404, 'entity is deleted', 'not_found'],
    ['GONE', 410, 'This version is retired', 'salesforce_refused'],
    ['INVALID_FIELD', 400, "No such column 'X' on entity 'Account'", 'salesforce_refused'],
    ['INSUFFICIENT_ACCESS', 403, 'insufficient access rights', 'salesforce_refused'],
  ])('%s (%i, %s) is %s', (code, status, message, expected) => {
    const error = asSyncError(answer(status, code, message))
    expect(error).toMatchObject({ code: expected, details: { salesforceCode: code } })
  })

  it('names the reason where a connection has one', () => {
    expect(asSyncError(answer(403, 'API_DISABLED_FOR_ORG', 'off')).details['reason']).toBe('api_disabled')
    expect(asSyncError(answer(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')).details['reason']).toBe(
      'api_limit_reached',
    )
  })

  it('says of a query what is wrong, without the picture of the query', () => {
    const picture =
      "\nSELECT Bacon__c FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'."
    expect(asSyncError(answer(400, 'INVALID_FIELD', picture)).message).toBe(
      "Salesforce refused the request: No such column 'Bacon__c' on entity 'Account'.",
    )
  })

  it('tells whether a lost request may have been processed', () => {
    expect(asSyncError(new Unanswered('Cut.', 'unknown'))).toMatchObject({
      code: 'salesforce_busy',
      details: { processed: 'unknown' },
    })
  })

  it('leaves an error of the kit as it is, and calls a stray one internal', () => {
    const own = new SyncError('too_large', 'Too large.')
    expect(asSyncError(own)).toBe(own)
    expect(asSyncError(new TypeError('x is undefined'))).toMatchObject({ code: 'internal', cause: expect.any(TypeError) })
  })
})

describe('refusals', () => {
  it('reads every refusal of an answer, under either name of the code', () => {
    const body = [
      { message: 'Required fields are missing: [Name]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] },
      { message: 'Bad.', statusCode: 'INVALID_FIELD' },
    ]
    expect(refusalsOf(apiErrorFrom(400, JSON.stringify(body)))).toEqual([
      { code: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] },
      { code: 'INVALID_FIELD', message: 'Bad.', fields: [] },
    ])
  })

  it('makes do with the status where the body is a page', () => {
    expect(refusalsOf(apiErrorFrom(404, '<html>gone</html>'))).toMatchObject([{ code: 'ERROR_HTTP_404' }])
  })

  it('knows a dead session, whatever shape its answer has', () => {
    expect(saysSessionIsDead(answer(401, 'INVALID_SESSION_ID', 'Session expired or invalid'))).toBe(true)
    expect(saysSessionIsDead(apiErrorFrom(401, '<html>'))).toBe(true)
    expect(saysSessionIsDead(answer(403, 'INSUFFICIENT_ACCESS', 'no'))).toBe(false)
  })

  it('tells what concerns the whole request from what concerns one record', () => {
    expect(concernsWholeRequest({ code: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.', fields: [] })).toBe(
      true,
    )
    expect(concernsWholeRequest({ code: 'STRING_TOO_LONG', message: 'too large', fields: ['Name'] })).toBe(false)
    expect(concernsWholeRequest({ code: 'UNABLE_TO_LOCK_ROW', message: 'locked', fields: [] })).toBe(false)
  })
})
