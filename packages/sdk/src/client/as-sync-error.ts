import { mapEventIterator, ORPCError } from '@orpc/client'
import { type ErrorCode, errors, SyncError } from '../contract/errors.ts'

/** Turns whatever a call, or a stream it hands over, can throw into a `SyncError`; an abort stays what it is. */
export async function asSyncError({ next }: { next: () => Promise<unknown> }): Promise<unknown> {
  try {
    const output = await next()
    return isEventIterator(output) ? translatedStream(output) : output
  } catch (error) {
    throw translate(error)
  }
}

function translatedStream(stream: AsyncIterator<unknown>): AsyncIterator<unknown> {
  return mapEventIterator(stream, { value: async (value) => value, error: async (error) => translate(error) })
}

/** The error for a request that got no answer. */
export function notReached(cause: unknown): unknown {
  if (isAbort(cause) || cause instanceof SyncError) return cause
  const sentence = 'The server could not be reached. Check the connection, then try again.'
  return new SyncError('internal', sentence, { details: { offline: true }, cause })
}

/** The error that a response outside the contract's routes carries, in the same shape as theirs. */
export async function answeredError(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null)
  const { code, message, data } = isRecord(body) ? body : {}
  const told = { status: response.status, message: typeof message === 'string' ? message : '', data }
  return translate(new ORPCError(typeof code === 'string' ? code : 'UNREADABLE', told))
}

function translate(error: unknown): unknown {
  if (isAbort(error) || error instanceof SyncError) return error
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    const details = isRecord(error.data) ? error.data : {}
    const requestId = typeof details.requestId === 'string' ? { requestId: details.requestId } : {}
    return new SyncError(error.code, error.message, { details, ...requestId })
  }
  // What reading an answer throws when the connection breaks off.
  if (error instanceof TypeError) return notReached(error)
  const status = error instanceof ORPCError ? error.status : 0
  // The host's own sign-in has refused before the kit's server was asked: a session that has ended, as a rule.
  if (status === 401) return new SyncError('not_signed_in', 'Sign in to Pryzm first.', { cause: error })
  const sentence = 'The server gave an answer that could not be read. Try again; if it happens again, report it.'
  // A refusal says that nothing was done, whoever it comes from; of anything else nobody knows.
  const refused = status >= 400 && status < 500
  return new SyncError('internal', sentence, { details: refused ? {} : { unreadable: true }, cause: error })
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code)
}

function isEventIterator(output: unknown): output is AsyncIterator<unknown> {
  return isRecord(output) && Symbol.asyncIterator in output && typeof output.next === 'function'
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
