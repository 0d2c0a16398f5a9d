import type { Refusal } from '../engine/ports/index.ts'
import { duplicateMatches } from './duplicate-matches.ts'
import { isJsonObject } from './json-object.ts'

/** An error answer of the API to a request that did not go through jsforce, in the shape of jsforce's own errors. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly errorCode: string
  readonly data: unknown

  constructor(status: number, { code, message }: Pick<Refusal, 'code' | 'message'>, data: unknown) {
    super(message)
    this.status = status
    this.errorCode = code
    this.data = data
  }
}

/** Reads the error body of an answer: `[{ message, errorCode, fields }]`, or anything at all. */
export function apiErrorFrom(status: number, body: string): ApiError {
  const data = parsed(body)
  const [first] = refusalsIn(data)
  return new ApiError(status, first ?? { code: `ERROR_HTTP_${status}`, message: `HTTP ${status}` }, data)
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
  const matches = duplicateMatches(item)
  return [
    {
      code,
      message: typeof message === 'string' ? message : code,
      fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
      ...(matches.length > 0 && { matches }),
    },
  ]
}
