import type { Context } from 'hono'
import type { WriteOptions } from '../org/writing/write-record.ts'

/** What the headers of a request say about how to write. */
export function writeOptions(c: Context): WriteOptions {
  const header = c.req.header('Sforce-Duplicate-Rule-Header') ?? ''
  return { allowDuplicates: /allowSave\s*=\s*true/i.test(header) }
}
