import { type ErrorCode, errors, SyncError } from '../contract/errors.ts'

/** What a call rejects with where this was thrown: a `SyncError`, or the abort that it is. */
export function asSyncError(error: unknown): unknown {
  if (isAbort(error) || error instanceof SyncError) return error
  // What reading an answer throws when the connection breaks off.
  if (error instanceof TypeError) return notReached(error)
  return unreadable({ unreadable: true }, error)
}

/** The error for a request that got no answer. */
export function notReached(cause: unknown): unknown {
  if (isAbort(cause) || cause instanceof SyncError) return cause
  const sentence = 'The server could not be reached. Check the connection, then try again.'
  return new SyncError('internal', sentence, { details: { offline: true }, cause })
}

/** The error of a response that is no success. */
export async function answeredError(response: Response): Promise<unknown> {
  let cause: unknown
  const body: unknown = await response.json().catch((error: unknown) => void (cause = error))
  if (isAbort(cause)) return cause
  return serverError(body) ?? hostError(response.status, cause)
}

/** The error that an event of the live stream tells. */
export function serverEventError(told: unknown): SyncError {
  return serverError(told) ?? unreadable({ unreadable: true })
}

/** The error that the kit's server tells with this body; undefined where it is somebody else's. */
function serverError(body: unknown): SyncError | undefined {
  if (!isRecord(body) || !isErrorCode(body.code) || typeof body.message !== 'string') return undefined
  const details = isRecord(body.data) ? body.data : {}
  const requestId = typeof details.requestId === 'string' ? { requestId: details.requestId } : {}
  return new SyncError(body.code, body.message, { details, ...requestId })
}

/** The error where the host, or something on the way, has answered in the place of the kit's server. */
function hostError(status: number, cause: unknown): SyncError {
  // Of a session that has ended, as a rule.
  if (status === 401) return new SyncError('not_signed_in', 'Sign in to Pryzm first.', { cause })
  if (status === 403) {
    const sentence = 'Pryzm refused this. Ask a Workspace Admin for access.'
    return new SyncError('not_permitted', sentence, { details: { byHost: true }, cause })
  }
  // A refusal says that nothing was done, whoever it comes from; of anything else nobody knows.
  const refused = status >= 400 && status < 500
  return unreadable(refused ? {} : { unreadable: true }, cause)
}

function unreadable(details: { unreadable?: true }, cause?: unknown): SyncError {
  const sentence = 'The server gave an answer that could not be read. Try again; if it happens again, report it.'
  return new SyncError('internal', sentence, { details, cause })
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
