import { shape } from '../shapes/shape.ts'
import { anything, atLeast, either, flag, listOf, mapOf, object, oneOf, optional, text } from '../shapes/shapes.ts'
import { signInParts, type AddedFault, type Fault } from './fault.ts'

const regex = shape<RegExp>(
  '{ "regex": "a regular expression" }',
  { type: 'object', properties: { regex: { type: 'string' } } },
  (input) => {
    const source: unknown = Object(input).regex
    try {
      return typeof source === 'string' ? new RegExp(source) : undefined
    } catch {
      return undefined
    }
  },
)
const pattern = either(text, regex)
const always = shape('"always"', { const: 'always' }, (input) => (input === 'always' ? Infinity : undefined))
const milliseconds = optional(atLeast(0))

/** How often a fault strikes. */
export const times = either(atLeast(1), always)

/** A fault as JSON: patterns are texts that must be contained, or `{ "regex": … }`. */
export const faultShape = object({
  name: optional(text),
  method: optional(text),
  path: optional(pattern),
  query: optional(mapOf(pattern)),
  body: optional(pattern),
  locks: optional(object({ objects: optional(listOf(text)), ids: optional(listOf(text)) })),
  jobs: optional(
    object({
      kind: optional(oneOf(['query', 'ingest'])),
      objects: optional(listOf(text)),
      queuedPolls: optional(either(atLeast(0), always)),
      inProgressPolls: optional(either(atLeast(0), always)),
      fails: optional(text),
      aborted: optional(flag),
      afterRows: optional(atLeast(0)),
      retries: optional(atLeast(0)),
      turnedRead: optional(atLeast(1)),
    }),
  ),
  skip: optional(atLeast(0)),
  times: optional(times),
  latencyMs: milliseconds,
  ends: optional(oneOf(signInParts)),
  respond: optional(
    object({ status: atLeast(200), body: optional(anything), headers: optional(mapOf(text)), movedTo: optional(text) }),
  ),
  afterWork: optional(flag),
  headers: optional(mapOf(text)),
  bodyLatencyMs: milliseconds,
  drip: optional(object({ bytes: atLeast(1), everyMs: atLeast(0) })),
  cutBeforeWork: optional(flag),
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
