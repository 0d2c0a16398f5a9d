/** One entry of Salesforce's error array. DML errors carry `fields`; URL, JSON and query errors do not. */
export interface ErrorBody {
  message: string
  errorCode: string
  fields?: string[]
  /** The matches of a duplicate rule, under Salesforce's own misspelt key. */
  duplicateResut?: unknown
}

/** A refusal as Salesforce words it: an HTTP status and the errors of its body. */
export class SalesforceError extends Error {
  override readonly name = 'SalesforceError'
  readonly status: number
  readonly errors: readonly ErrorBody[]
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, errors: readonly ErrorBody[], headers: Readonly<Record<string, string>> = {}) {
    super(errors.map((error) => `${error.errorCode}: ${error.message}`).join('; '))
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

/** A refusal of a URL, a JSON body or a query: status 400 unless told, no `fields` on the wire. */
export function refusal(errorCode: string, message: string, status = 400): SalesforceError {
  return new SalesforceError(status, [{ message, errorCode }])
}

/** A refusal to write a record: status 400 unless told, `fields` on the wire even when empty. */
export function writeRefusal(errorCode: string, message: string, fields: string[] = [], status = 400): SalesforceError {
  return new SalesforceError(status, [{ message, errorCode, fields }])
}

/** The answer to an unknown version, object or resource; its keys come in the other order on the wire. */
export function notFound(message = 'The requested resource does not exist'): SalesforceError {
  return new SalesforceError(404, [{ errorCode: 'NOT_FOUND', message }])
}

/** Says that a real org could do this and the emulator cannot, so that nobody takes it for Salesforce's own answer. */
export function emulatorLimit(what: string): SalesforceError {
  return refusal('EMULATOR_LIMIT', `The org emulator does not support ${what}. A real Salesforce org may.`, 501)
}
