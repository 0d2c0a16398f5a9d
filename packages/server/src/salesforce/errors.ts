import { type ConnectionReason, type ErrorCode, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Refusal } from '../engine/ports/index.ts'
import { refusalsOf } from './api-error.ts'
import { Unanswered } from './unanswered.ts'

interface Meaning {
  code: ErrorCode
  /** For a person; the words of Salesforce are given where they help. */
  sentence: (said: string) => string
  reason?: ConnectionReason
}

const apiDisabled: Meaning = {
  code: 'salesforce_refused',
  reason: 'api_disabled',
  sentence: () =>
    'Salesforce does not let this user call its API. Ask a Salesforce admin to check that the edition of the org includes ' +
    'API access, and that the user has the permission “API Enabled”.',
}
const dailyLimit: Meaning = {
  code: 'salesforce_limit',
  reason: 'api_limit_reached',
  sentence: () => 'The org has used up its Salesforce API calls of the last 24 hours. It goes on when there is room again.',
}
const busy: Meaning = {
  code: 'salesforce_busy',
  sentence: (said) => `Salesforce is busy at the moment (${said}). Try again in a little while.`,
}
const deadSession: Meaning = {
  code: 'reauthorization_required',
  reason: 'token_revoked',
  sentence: () => 'Salesforce no longer accepts the sign-in of this connection. Reconnect to go on.',
}
const missing: Meaning = {
  code: 'not_found',
  sentence: () => 'Salesforce does not have this any more, or the connected user cannot see it.',
}
const retiredVersion: Meaning = {
  code: 'salesforce_refused',
  sentence: () => 'Salesforce does not offer the configured API version. Set a newer API version on the server.',
}
const noAccess: Meaning = {
  code: 'salesforce_refused',
  sentence: (said) => `The connected Salesforce user may not do this (${said}). Ask a Salesforce admin for access.`,
}
const tooLong: Meaning = {
  code: 'too_large',
  sentence: () => 'Salesforce refuses a request of this length. Map fewer fields.',
}
const other: Meaning = { code: 'salesforce_refused', sentence: (said) => `Salesforce refused the request: ${said}` }

const meanings = new Map<string, Meaning>([
  ['API_CURRENTLY_DISABLED', apiDisabled],
  ['API_DISABLED_FOR_ORG', apiDisabled],
  ['ENTITY_IS_DELETED', missing],
  ['ERROR_HTTP_401', deadSession],
  ['ERROR_HTTP_404', missing],
  ['ERROR_HTTP_410', retiredVersion],
  ['ERROR_HTTP_414', tooLong],
  ['ERROR_HTTP_431', tooLong],
  ['FEATURENOTENABLED', noAccess],
  ['GONE', retiredVersion],
  ['INSUFFICIENT_ACCESS', noAccess],
  ['INSUFFICIENT_ACCESS_OR_READONLY', noAccess],
  ['INVALID_AUTH_HEADER', deadSession],
  ['INVALID_SESSION_ID', deadSession],
  ['LIMIT_EXCEEDED', dailyLimit],
  ['NOT_FOUND', missing],
  ['QUERY_TIMEOUT', busy],
  ['REQUEST_LIMIT_EXCEEDED', dailyLimit],
  ['SERVER_UNAVAILABLE', busy],
  ['TXN_SECURITY_NO_ACCESS', noAccess],
  ['UNABLE_TO_LOCK_ROW', busy],
  ['UNKNOWN_EXCEPTION', busy],
  ['UNSUPPORTED_API_VERSION', retiredVersion],
])

/** Every error of this folder in the kit's own words; `details.salesforceCode` holds Salesforce's. */
export function asSyncError(error: unknown): SyncError {
  if (error instanceof SyncError) return error
  if (error instanceof Unanswered) {
    return new SyncError('salesforce_busy', `${error.message} Try again in a little while.`, {
      details: { processed: error.processed },
      cause: error,
    })
  }
  const [refusal] = refusalsOf(error)
  if (refusal !== undefined) return refusalAsSyncError(refusal, error)
  return new SyncError('internal', 'Something went wrong while talking to Salesforce.', { cause: error })
}

/** One refusal that concerns the whole request, not a record. */
export function refusalAsSyncError(refusal: Refusal, cause?: unknown): SyncError {
  const { code, sentence, reason } = meaningOf(refusal)
  return new SyncError(code, sentence(lastLine(refusal.message)), {
    details: { salesforceCode: refusal.code, ...(reason !== undefined && { reason }) },
    cause,
  })
}

/** Refusals that say nothing about the record at hand: limits, a closed API, a dead session, a busy server. */
export function concernsWholeRequest(refusal: Refusal): boolean {
  const meaning = meaningOf(refusal)
  return [apiDisabled, dailyLimit, deadSession, retiredVersion, tooLong].includes(meaning) || isConcurrencyLimit(refusal)
}

/** Whether an error is the answer to a token that Salesforce does not accept. */
export function saysSessionIsDead(error: unknown): boolean {
  return refusalsOf(error).some((refusal) => meaningOf(refusal) === deadSession)
}

function meaningOf(refusal: Refusal): Meaning {
  if (isConcurrencyLimit(refusal)) return busy
  return meanings.get(refusal.code) ?? other
}

function isConcurrencyLimit({ code, message }: Refusal): boolean {
  return code === 'REQUEST_LIMIT_EXCEEDED' && /concurrent/i.test(message)
}

/** SOQL errors draw the query with a caret first; what they say is the last line. */
function lastLine(message: string): string {
  return message.trim().split('\n').at(-1) ?? message
}
