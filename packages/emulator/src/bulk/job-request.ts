import { refusal } from '../wire/salesforce-error.ts'
import { isDelimiterName, isLineEndingName, type DelimiterName, type LineEndingName } from '../wire/csv-dialect.ts'

/** The JSON body with which a job is created. */
type JobRequest = Readonly<Record<string, unknown>>

/** A text that the request must hold; throws INVALIDJOB when it is missing. */
export function requiredText(request: JobRequest, key: string): string {
  const value = request[key]
  if (typeof value !== 'string' || value === '') throw refusal('INVALIDJOB', `InvalidJob : Missing required field: ${key}`)
  return value
}

/** How the job's CSV is written; comma and LF unless asked otherwise. */
export function requestedDialect(request: JobRequest): { columnDelimiter: DelimiterName; lineEnding: LineEndingName } {
  const { contentType = 'CSV', columnDelimiter = 'COMMA', lineEnding = 'LF' } = request
  if (contentType !== 'CSV') throw unknownValue('contentType', contentType)
  if (!isDelimiterName(columnDelimiter)) throw unknownValue('columnDelimiter', columnDelimiter)
  if (!isLineEndingName(lineEnding)) throw unknownValue('lineEnding', lineEnding)
  return { columnDelimiter, lineEnding }
}

/** The refusal of a value that the Bulk API does not know. */
export function unknownValue(key: string, value: unknown) {
  return refusal('INVALIDJOB', `InvalidJob : Unsupported ${key}: ${String(value)}`)
}
