import * as z from 'zod'
import { signInParts, type AddedFault, type Fault } from './fault.ts'

const text = z.string()
const regex = z
  .object({ regex: text })
  .transform(({ regex: source }, { issues }) => {
    try {
      return new RegExp(source)
    } catch (error) {
      issues.push({ code: 'custom', message: (error as Error).message, input: source })
      return z.NEVER
    }
  })
  .describe('{ "regex": "a regular expression" }')
const pattern = z.union([text, regex])
const always = z.literal('always').transform(() => Infinity)
// A check that does not abort would leave "always" out of the refusal.
const countOrAlways = (minimum: number) => z.union([z.int().min(minimum, { abort: true }), always])
const milliseconds = z.int().min(0).exactOptional()

/** How often a fault strikes. */
export const times = countOrAlways(1)

/** A fault as JSON: patterns are texts that must be contained, or `{ "regex": … }`. */
export const faultShape = z.strictObject({
  name: text.exactOptional(),
  method: text.exactOptional(),
  path: pattern.exactOptional(),
  query: z.record(text, pattern).exactOptional(),
  body: pattern.exactOptional(),
  locks: z.strictObject({ objects: z.array(text).exactOptional(), ids: z.array(text).exactOptional() }).exactOptional(),
  jobs: z
    .strictObject({
      kind: z.enum(['query', 'ingest']).exactOptional(),
      objects: z.array(text).exactOptional(),
      queuedPolls: countOrAlways(0).exactOptional(),
      inProgressPolls: countOrAlways(0).exactOptional(),
      fails: text.exactOptional(),
      aborted: z.boolean().exactOptional(),
      afterRows: z.int().min(0).exactOptional(),
      retries: z.int().min(0).exactOptional(),
      turnedRead: z.int().min(1).exactOptional(),
    })
    .exactOptional(),
  skip: z.int().min(0).exactOptional(),
  times: times.exactOptional(),
  latencyMs: milliseconds,
  ends: z.enum(signInParts).exactOptional(),
  respond: z
    .strictObject({
      status: z.int().min(200),
      body: z.unknown().exactOptional(),
      headers: z.record(text, text).exactOptional(),
      movedTo: text.exactOptional(),
    })
    .exactOptional(),
  afterWork: z.boolean().exactOptional(),
  headers: z.record(text, text).exactOptional(),
  bodyLatencyMs: milliseconds,
  drip: z.strictObject({ bytes: z.int().min(1), everyMs: z.int().min(0) }).exactOptional(),
  cutBeforeWork: z.boolean().exactOptional(),
  cutAfterBytes: milliseconds,
})

/** A fault that was added, as JSON. */
export function faultJson({ id, fault, hits, remaining }: AddedFault): Record<string, unknown> {
  return { id, fault: patternJson(fault), hits, remaining: count(remaining) }
}

function patternJson(fault: Fault): unknown {
  return JSON.parse(JSON.stringify(fault, (_, part: unknown) => (part instanceof RegExp ? { regex: part.source } : count(part))))
}

function count(part: unknown): unknown {
  return part === Infinity ? 'always' : part
}
