import type * as z from 'zod'
import { inWords, knownNames } from './in-words.ts'
import { jsonSchema } from './json-schema.ts'

/** Gives an input as its schema reads it; throws an error whose sentence names the key and what is allowed there. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, error } = schema.safeParse(input, { error: sentence })
  if (!error) return data
  // A misspelt name tells more than the right one, which is then missing.
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0]
  throw new Error(issue?.message)
}

function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (!issue.schema) return undefined
  const key = keyOf(issue.path ?? [])
  const allowed = jsonSchema(issue.schema)
  if (issue.code === 'unrecognized_keys') {
    const names = knownNames(allowed) ?? []
    const known = names.length === 0 ? 'Give nothing.' : `Known are: ${names.join(', ')}.`
    return `There is no "${issue.keys[0]}"${key === '' ? '' : ` in "${key}"`}. ${known}`
  }
  const words = issue.code === 'too_big' ? `a number of at most ${issue.maximum}` : inWords(allowed)
  const state = issue.input === undefined ? 'missing' : shown(issue.input)
  return `${key === '' ? 'The input' : `"${key}"`} is ${state}. Give ${words}.`
}

/** `users[0].username`. */
function keyOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return parts.join('').replace(/^\./, '')
}

function shown(input: unknown): string {
  const json = JSON.stringify(input)
  return json.length > 60 ? `${json.slice(0, 59)}…` : json
}
