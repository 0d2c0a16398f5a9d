import type { SalesforceError } from '../wire/salesforce-error.ts'

/** A refusal as a failed row of an ingest job shows it: `CODE:message:Field --`. */
export function rowError({ errors }: SalesforceError): string {
  return errors.map(({ errorCode, message, fields }) => `${errorCode}:${message}:${fieldList(fields)}--`).join(';')
}

function fieldList(fields: readonly string[] = []): string {
  return fields.length > 0 ? `${fields.join(' ')} ` : ''
}
