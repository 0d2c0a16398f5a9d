import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Row } from '../org/table.ts'
import { SalesforceError } from '../wire/salesforce-error.ts'

/** What a client can make a request for a record depend on. */
export interface Validators {
  readonly changed: Date
  /** Only accounts have one. */
  readonly etag: string | undefined
}

const ENTITY_TAGS = /^(?:\*|(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*)$/
const ENTITY_TAG = /"[^"]*"/g

/** The validators of a stored record. */
export function validatorsOf(objectName: string, row: Row): Validators {
  const changed = new Date(String(row.LastModifiedDate ?? row.SystemModstamp ?? 0))
  return { changed, etag: objectName === 'Account' ? etagOf(row) : undefined }
}

/** Tells a reader when a record last changed, and the mark of what it holds. */
export function showValidators(c: Context, { changed, etag }: Validators): void {
  c.header('Last-Modified', changed.toUTCString())
  if (etag) c.header('ETag', etag)
}

/** Whether the reader already has the record, which is answered 304. Throws 412 when the record is not the one that was asked for. */
export function isKnown(c: Context, { changed, etag }: Validators): boolean {
  if (fails(c, { changed, etag })) throw conditionFailed()
  const known = c.req.header('If-None-Match')
  return etag && known !== undefined ? lists(known, etag) : isUnchanged(c.req.header('If-Modified-Since'), changed)
}

/** Throws 412 when a record is no longer as the writer knows it, and 400 when a condition can't be read. */
export function requireConditions(c: Context, validators: Validators): void {
  for (const name of ['If-Match', 'If-None-Match']) {
    const header = c.req.header(name)
    if (header !== undefined && !ENTITY_TAGS.test(header.trim())) throw malformed(name, header)
  }
  const moment = c.req.header('If-Unmodified-Since')
  if (moment !== undefined && Number.isNaN(Date.parse(moment))) throw malformed('If-Unmodified-Since', moment)
  const excluded = c.req.header('If-None-Match')
  const isExcluded = validators.etag !== undefined && excluded !== undefined && lists(excluded, validators.etag)
  if (isExcluded || fails(c, validators)) throw conditionFailed()
}

/** Whether `If-Modified-Since` says that the client already has what last changed at `changed`. HTTP knows whole seconds. */
export function isUnchanged(header: string | undefined, changed: Date): boolean {
  const since = Date.parse(header ?? '')
  return !Number.isNaN(since) && wholeSeconds(changed) <= since
}

/** Whether `If-Match`, or without it `If-Unmodified-Since`, asks for another state of the record. */
function fails(c: Context, { changed, etag }: Validators): boolean {
  const wanted = c.req.header('If-Match')
  if (etag && wanted !== undefined) return !lists(wanted, etag)
  return wholeSeconds(changed) > Date.parse(c.req.header('If-Unmodified-Since') ?? '')
}

function lists(header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  return (header.match(ENTITY_TAG) ?? []).some((tag) => withoutCoding(tag) === withoutCoding(etag))
}

function etagOf(row: Row): string {
  const content = JSON.stringify(row, Object.keys(row).toSorted())
  return `"${createHash('sha256').update(content).digest('base64')}--gzip"`
}

/** Marks of the same content differ in what they say of its compression. */
function withoutCoding(etag: string): string {
  return etag.replace(/-+gzip"$/, '"')
}

function wholeSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000) * 1000
}

function malformed(name: string, header: string): SalesforceError {
  return new SalesforceError(400, [{ message: `The ${name} header can't be read: ${header}`, errorCode: 'INVALID_HEADER' }])
}

function conditionFailed(): SalesforceError {
  const message = 'One or more conditions given in the request header fields evaluated to false.'
  return new SalesforceError(412, [{ message, errorCode: 'PRECONDITION_FAILED' }])
}
