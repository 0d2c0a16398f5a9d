import type { Refusal } from '../engine/ports/index.ts'
import { isJsonObject } from './json-object.ts'

/** An error answer of the API to a request that did not go through jsforce, in the shape of jsforce's own errors. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly errorCode: string
  readonly data: unknown

  constructor(errorCode: string, message: string, data: unknown) {
    super(message)
    this.errorCode = errorCode
    this.data = data
  }
}

/** Reads the error body of an answer: `[{ message, errorCode, fields }]`, or anything at all. */
export function apiErrorFrom(status: number, body: string): ApiError {
  const [first] = refusalsIn(parsed(body))
  return first === undefined
    ? new ApiError(`ERROR_HTTP_${status}`, `HTTP ${status}`, body)
    : new ApiError(first.code, first.message, parsed(body))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** The refusals that an error of jsforce, or of ours, carries; empty where it is no answer of the API. */
export function refusalsOf(error: unknown): Refusal[] {
  if (!(error instanceof Error) || !('errorCode' in error) || typeof error.errorCode !== 'string') return []
  const refusals = refusalsIn('data' in error ? error.data : null)
  return refusals.length > 0 ? refusals : [{ code: error.errorCode, message: error.message, fields: [] }]
}

/** The refusals in a parsed error body. Composite items and record errors spell the code `statusCode`. */
export function refusalsIn(body: unknown): Refusal[] {
  return (Array.isArray(body) ? body : [body]).flatMap(refusalIn)
}

function refusalIn(item: unknown): Refusal[] {
  if (!isJsonObject(item)) return []
  const { errorCode, statusCode, message, fields } = item
  const code = errorCode ?? statusCode
  if (typeof code !== 'string') return []
  return [
    {
      code,
      message: typeof message === 'string' ? message : code,
      fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
    },
  ]
}
