import { refusal } from '../wire/salesforce-error.ts'
import { isObject } from './read-json.ts'

/** One request within a composite request. */
export interface Subrequest {
  readonly method: string
  readonly url: string
  readonly referenceId: string
  readonly body: unknown
  readonly httpHeaders: Readonly<Record<string, string>>
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const INHERITED_HEADERS = new Set(['accept', 'authorization', 'content-type'])
const REFERENCE_ID = /^[A-Za-z0-9]\w*$/

/** From this version on a malformed reference id fails the whole request. */
const STRICT_IDS_SINCE = 52

/** Reads the subrequests of a composite request or a graph; throws what refuses the whole request. */
export function readSubrequests(value: unknown, version: number): Subrequest[] {
  const list = Array.isArray(value) ? value.filter(isObject) : []
  if (list.length === 0) throw refusal('JSON_PARSER_ERROR', 'The composite request has no subrequests')
  const subrequests = list.map((entry) => readSubrequest(entry, version))
  const ids = new Set(subrequests.map(({ referenceId }) => referenceId))
  if (ids.size < subrequests.length) throw refusal('INVALID_INPUT', 'Provided reference ids are not unique')
  return subrequests
}

function readSubrequest(entry: Record<string, unknown>, version: number): Subrequest {
  const { method, url, referenceId } = entry
  if (typeof method !== 'string' || !METHODS.has(method)) throw missing('method', method)
  if (typeof url !== 'string' || !/^\/services\/data\/v\d+\.\d+\//.test(url)) throw missing('url', url)
  if (typeof referenceId !== 'string' || referenceId === '') throw missing('referenceId', referenceId)
  if (version >= STRICT_IDS_SINCE && !REFERENCE_ID.test(referenceId)) {
    throw refusal('JSON_PARSER_ERROR', malformedReference(referenceId))
  }
  const httpHeaders = textValues(entry.httpHeaders)
  const inherited = Object.keys(httpHeaders).find((name) => INHERITED_HEADERS.has(name.toLowerCase()))
  if (inherited) throw refusal('INVALID_INPUT', `The header ${inherited} can't be given for a subrequest`)
  return { method, url, referenceId, body: entry.body, httpHeaders }
}

/** What Salesforce says of a reference id that has other characters than it may. */
export function malformedReference(referenceId: string): string {
  return `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`
}

function missing(property: string, value: unknown) {
  const said = value === undefined ? 'has none' : `has ${JSON.stringify(value)}`
  return refusal('JSON_PARSER_ERROR', `Every subrequest needs a valid ${property}, and one ${said}`)
}

function textValues(value: unknown): Record<string, string> {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)])) : {}
}
