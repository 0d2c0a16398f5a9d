import { hash } from 'node:crypto'
import { ObjectDescribe, PicklistValue, SalesforceField } from '@pryzm/salesforce-sdk/contract'

const kept = [ObjectDescribe, SalesforceField, PicklistValue].map(({ shape }) => Object.keys(shape))
/** Names what is kept of a describe: what an earlier release kept, that kept less, is not what would be kept now. */
const shape = hash('sha256', JSON.stringify(kept)).slice(0, 8)

const second = 1000

/**
 * What to hand back to hear whether a describe has changed: when it changed last, by an API version and a shape. Null where
 * that moment does not tell: `Last-Modified` knows whole seconds, so that a change within the second in which the answer was
 * made would look like none.
 */
export function markOf(
  headers: Readonly<Record<string, string>>,
  { version, tookMs }: { version: string; tookMs: number },
): string | null {
  const modified = headers['last-modified'] ?? ''
  const answered = Date.parse(headers['date'] ?? '')
  const settled = Date.parse(modified) + second < answered - tookMs
  return settled ? `${version} ${shape} ${modified}` : null
}

/** The moment of a mark as `If-Modified-Since` takes it; null for one of another API version or shape. */
export function momentOf(mark: string, version: string): string | null {
  const prefix = `${version} ${shape} `
  return mark.startsWith(prefix) ? mark.slice(prefix.length) : null
}
