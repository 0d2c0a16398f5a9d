import { ORPCError } from '@orpc/client'
import { type ErrorCode, errors, SyncError } from '../contract/errors.ts'

/** Turns whatever a call can throw into a `SyncError`; an abort stays what it is. */
export async function asSyncError<Result>({ next }: { next: () => Promise<Result> }): Promise<Result> {
  try {
    return await next()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw translate(error)
  }
}

function translate(error: unknown): SyncError {
  if (error instanceof ORPCError && error.code in errors) {
    const details = isRecord(error.data) ? error.data : {}
    const requestId = typeof details.requestId === 'string' ? { requestId: details.requestId } : {}
    return new SyncError(error.code as ErrorCode, error.message, { details, ...requestId })
  }
  if (error instanceof TypeError) {
    return new SyncError('internal', 'The server could not be reached. Check the connection, then try again.', {
      details: { offline: true },
      cause: error,
    })
  }
  return new SyncError(
    'internal',
    'The server gave an answer that could not be read. Try again; if it happens again, report it.',
    {
      cause: error,
    },
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
