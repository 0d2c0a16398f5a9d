import { refusal, type SalesforceError } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'

/** Refuses a method that a resource does not have, and names those that it has. */
export function methodNotAllowed(method: string, allowed: readonly string[]): SalesforceError {
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`
  return refusal('METHOD_NOT_ALLOWED', message, 405)
}

/** Lets `path` only be read, after its GET route; otherwise writes to it would be taken for writes to a record of that name. */
export function readOnly(app: App, path: string): void {
  app.all(path, (c) => {
    throw methodNotAllowed(c.req.method, ['HEAD', 'GET'])
  })
}
