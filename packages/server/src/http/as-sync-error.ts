import { ORPCError, ValidationError } from '@orpc/server'
import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Logger } from '../engine/ports/index.ts'

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}

/** Turns whatever a request can throw into an error of the contract; what is unknown is logged under the request's id. */
export function asSyncError(error: unknown, { log, requestId }: { log: Logger; requestId: string }): SyncError {
  if (error instanceof SyncError && error.code !== 'internal') return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return invalidInput(error)
  log.error('A request failed unexpectedly', { requestId, error: error instanceof ORPCError ? (error.cause ?? error) : error })
  return new SyncError(
    'internal',
    `Something went wrong on our side. Try again; if it happens again, report it with ${requestId}.`,
    {
      details: { requestId },
      cause: error,
    },
  )
}

function invalidInput(error: ORPCError<string, unknown>): SyncError {
  const issues = error.cause instanceof ValidationError ? error.cause.issues.map(readable) : []
  const first = issues[0]
  const sentence = first === undefined ? 'The request could not be read.' : `${first.path || 'The request'}: ${first.message}.`
  const others = issues.length > 1 ? ` And ${issues.length - 1} more.` : ''
  return new SyncError('invalid_input', sentence + others, { details: { issues } })
}

function readable({ message, path = [] }: Issue): { path: string; message: string } {
  const keys = path.map((step) => String(typeof step === 'object' ? step.key : step))
  return { path: keys.join('.'), message: message.replace(/\.$/, '') }
}
