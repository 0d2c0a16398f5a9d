import type { Context } from 'hono'
import type { DuplicateOptions } from '../org/writing/check-duplicates.ts'
import type { WriteOptions } from '../org/writing/write-record.ts'
import type { AppEnv } from './app.ts'

/** From this version on the API knows the header about duplicates. */
const DUPLICATE_HEADER_SINCE = 52

/** What the headers of a request say about how to write. */
export function writeOptions(c: Context<AppEnv>): WriteOptions {
  const { version } = c.var
  const header = version < DUPLICATE_HEADER_SINCE ? '' : (c.req.header('Sforce-Duplicate-Rule-Header') ?? '')
  const says = (name: string) => new RegExp(String.raw`(?:^|[;,])\s*${name}\s*=\s*"?true\b`, 'i').test(header)
  return { duplicates: duplicateOptions(says, version) }
}

/** What a request asks for about duplicates; `says` tells whether its header has a part as true. */
export function duplicateOptions(says: (part: string) => boolean, version: number): DuplicateOptions {
  return {
    allowSave: says('allowSave'),
    includeRecordDetails: says('includeRecordDetails'),
    runAsCurrentUser: says('runAsCurrentUser'),
    version,
  }
}
