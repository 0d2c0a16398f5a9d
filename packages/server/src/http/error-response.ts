import type { SyncError } from '@pryzm/salesforce-sdk/contract'

/** A request's one answer where something went wrong before, or outside, a route of the contract; the same shape as theirs. */
export function errorResponse({ code, status, message, details }: SyncError): Response {
  const body = { defined: true, code, status, message, data: details }
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
