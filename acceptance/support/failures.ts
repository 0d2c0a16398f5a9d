import { type ErrorCode, errors } from '@pryzm/salesforce-sdk'
import type { Fault } from './scenario-server.ts'

/** A way in which a call can fail. */
export interface Failure {
  name: string
  fault: Fault
}

/** What a server of the kit answers, as it goes over the wire. */
function answered(code: ErrorCode, message: string, data: Record<string, unknown> = {}): Failure {
  const { status } = errors[code]
  const body = JSON.stringify({ defined: true, code, status, message, data: { requestId: 'req-22', ...data } })
  return { name: String(status), fault: { kind: 'answer', status, contentType: 'application/json', body } }
}

/**
 * The failures of the design. The one for `timeout` is the page with which a gateway gives up on a slow server: a request that is
 * never answered is a wait, which the components tell apart (`LoadingSlow`, `PendingSlow`). `offline` breaks the connection of
 * the one route, because without any network every read of the page would fail, and be reported, at once.
 */
export const kindsOfFailure: readonly Failure[] = [
  answered('not_signed_in', 'Sign in to Pryzm again.'),
  answered('not_permitted', 'Only people with integrations:manage can do this.'),
  answered('conflict', 'This has changed meanwhile. Reload, then try again.'),
  answered('rate_limited', 'Too many requests. Wait a moment.', { seconds: 3 }),
  answered('internal', 'Something went wrong on our side. Try again; if it happens again, report it with req-22.'),
  {
    name: 'timeout',
    fault: { kind: 'answer', status: 504, contentType: 'text/html', body: '<html><h1>504 Gateway Time-out</h1></html>' },
  },
  {
    name: 'malformed JSON',
    fault: { kind: 'answer', status: 200, contentType: 'application/json', body: '{"items":[{"id":' },
  },
  { name: 'offline', fault: { kind: 'break' } },
]
