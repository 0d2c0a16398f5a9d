import { SalesforceError } from '../wire/salesforce-error.ts'

/** Whether `If-Modified-Since` says that the client already has what last changed at `changed`. HTTP knows whole seconds. */
export function isUnchanged(header: string | undefined, changed: Date): boolean {
  const since = Date.parse(header ?? '')
  return !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since
}

/** Throws 412 when `If-Unmodified-Since` is older than the last change. */
export function requireUnmodified(header: string | undefined, changed: Date): void {
  if (header === undefined) return
  const since = Date.parse(header)
  if (Number.isNaN(since))
    throw preconditionError(400, 'INVALID_HEADER', `The If-Unmodified-Since header is not a date: ${header}`)
  if (Math.floor(changed.getTime() / 1000) * 1000 <= since) return
  throw preconditionError(
    412,
    'PRECONDITION_FAILED',
    'One or more conditions given in the request header fields evaluated to false.',
  )
}

function preconditionError(status: number, errorCode: string, message: string): SalesforceError {
  return new SalesforceError(status, [{ message, errorCode }])
}
