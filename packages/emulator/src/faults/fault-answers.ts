import type { FaultResponse } from './fault.ts'

const answer = (status: number, errorCode: string, message: string, fields?: string[]): FaultResponse => ({
  status,
  body: [{ message, errorCode, ...(fields ? { fields } : {}) }],
})

const refusedToken = (error_description: string): FaultResponse => ({
  status: 400,
  body: { error: 'invalid_grant', error_description },
})

/** Answers of Salesforce in trouble, for `faults.add({ respond: … })`. */
export const faultAnswers = {
  lockedRow: answer(
    400,
    'UNABLE_TO_LOCK_ROW',
    'unable to obtain exclusive access to this record or 1 records: 001000000000001AAA',
    [],
  ),
  serverUnavailable: answer(503, 'SERVER_UNAVAILABLE', 'The server is temporarily unavailable. Please try again later.'),
  unknownException: answer(
    500,
    'UNKNOWN_EXCEPTION',
    'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345 (-1234567890)',
  ),
  queryTimeout: answer(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.'),
  tooManyAtOnce: answer(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'),
  dailyLimit: answer(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
  deadSession: { ...answer(401, 'INVALID_SESSION_ID', 'Session expired or invalid'), headers: { 'WWW-Authenticate': 'Token' } },
  /** A 401 that no fresh token mends. */
  notForApi: {
    ...answer(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API'),
    headers: { 'WWW-Authenticate': 'Token' },
  },
  /** Answers of the token endpoint: to a refresh token that was revoked, has expired or lost a race, and to logins that policies refuse. */
  spentRefreshToken: refusedToken('expired access/refresh token'),
  inactiveUser: refusedToken('inactive user'),
  ipRestricted: refusedToken('ip restricted'),
  loginRefused: refusedToken('authentication failure'),
  triggerFailed: answer(
    400,
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'AccountTrigger: execution of BeforeUpdate caused by: System.NullPointerException',
    [],
  ),
  maintenancePage: {
    status: 503,
    body: '<html><head><title>Salesforce</title></head><body>We are down for maintenance.</body></html>',
    headers: { 'Content-Type': 'text/html' },
  },
  /** What Salesforce's edge answers when it is asked too much; jsforce asks twice more. */
  tooBusy: {
    status: 420,
    body: '<html><head><title>Salesforce</title></head><body>Too many requests. Please try again later.</body></html>',
    headers: { 'Content-Type': 'text/html' },
  },
  /** A body that breaks off in the middle of a record, as a whole answer. */
  malformedJson: {
    status: 200,
    body: '{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account","url":"/serv',
    headers: { 'Content-Type': 'application/json;charset=UTF-8' },
  },
  /** A page of bulk results whose locator the service no longer knows. */
  lostLocator: answer(400, 'INVALIDLOCATOR', 'InvalidLocator : The locator is not valid'),
  /** A bulk job, or its results, after the seven days for which they are kept. */
  expiredResults: answer(404, 'NOT_FOUND', 'The requested resource does not exist'),
  /** An org that has moved to another host. */
  movedOrg: { status: 302, movedTo: 'https://moved-org.my.salesforce.com' },
} as const satisfies Record<string, FaultResponse>
