import type { Formats } from './formats.ts'
import { parsePattern, type Pattern, type Place } from './message-pattern.ts'

/** What a message is filled with, by name. */
export type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

const patterns = new Map<string, Pattern>()
const reported = new Set<string>()

/**
 * Writes an ICU message with its values, in the formats of a locale.
 * The reference library weighs 10 KB gz, more than the whole budget of the hooks; this is the part of ICU that the
 * kit speaks, and a test holds the two against each other. A message that is broken, or asks for a value that is
 * not there, shows as it is written and warns once while developing.
 */
export function formatMessage(message: string, values: Values, formats: Formats): string {
  if (!/[{}']/.test(message)) return message
  try {
    return write(patternOf(message), values, formats)
  } catch (cause) {
    report(message, cause)
    return message
  }
}

function patternOf(message: string): Pattern {
  const known = patterns.get(message)
  if (known) return known
  const pattern = parsePattern(message)
  patterns.set(message, pattern)
  return pattern
}

function write(pattern: Pattern, values: Values, formats: Formats): string {
  return pattern.map((piece) => (typeof piece === 'string' ? piece : writePlace(piece, values, formats))).join('')
}

function writePlace(place: Place, values: Values, formats: Formats): string {
  const value = values[place.name]
  if (value === undefined) throw new Error(`No value is called ${place.name} in the message.`)
  switch (place.kind) {
    case 'text':
    case 'list':
      return typeof value === 'object' && value !== null ? formats.list(value) : String(value)
    case 'number':
      return formats.number(Number(value))
    case 'percent':
      return formats.percent(Number(value))
    case 'plural':
    case 'selectordinal':
    case 'select':
      return write(optionOf(place, value, formats), values, formats)
  }
  return place.kind satisfies never
}

function optionOf({ kind, options }: Place, value: Values[string], formats: Formats): Pattern {
  const exact = options?.get(kind === 'select' ? String(value) : `=${String(value)}`)
  if (exact) return exact
  const category = kind === 'plural' ? formats.category(Number(value)) : formats.ordinal(Number(value))
  return (kind !== 'select' && options?.get(category)) || (options?.get('other') ?? [])
}

function report(message: string, cause: unknown): void {
  if (!developing() || reported.has(message)) return
  reported.add(message)
  console.warn(`A message of the Salesforce kit is shown as it is written: "${message}".`, cause)
}

/** Bundlers write the word in place; where none did, a browser knows no `process`. */
function developing(): boolean {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}
