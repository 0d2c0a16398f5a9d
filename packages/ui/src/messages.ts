import type { Formats } from './formats.ts'
import { formatMessage, type Values } from './message-format.ts'

declare const values: unique symbol

/**
 * An ICU message that is filled with values: `'{count, plural, one {# field} other {# fields}}' as Message<{ count: number }>`.
 * The values are there for the compiler alone; a message is a plain string, so it may cross from a server.
 */
export type Message<Given> = string & { readonly [values]: Given }

/** Every string of one component: fixed, or filled with named values. */
export type Messages = Readonly<Record<string, string>>

/** A host's own words for some messages of a component, as ICU messages. */
export type Overrides<Catalog> = { readonly [Name in keyof Catalog]?: string }

/** Messages ready to use: those with values are functions that know the formats of the locale. */
export type Text<Catalog> = {
  readonly [Name in keyof Catalog]: Catalog[Name] extends Message<infer Given> ? (values: Given) => string : string
}

/** Ties messages to a locale's formats; later catalogs win over earlier ones. */
export function bindMessages<Catalog extends object>(
  formats: Formats,
  defaults: Catalog,
  ...overrides: (Overrides<Catalog> | undefined)[]
): Text<Catalog>
export function bindMessages(formats: Formats, defaults: Messages, ...overrides: (Partial<Messages> | undefined)[]): object {
  const bound = Object.entries(defaults).map(([name, original]) => {
    const message = overrides.reduce<string>((before, words) => words?.[name] ?? before, original)
    return [name, bind(original, message, formats)]
  })
  return Object.fromEntries(bound)
}

/** The original decides whether values are needed; an override only says it otherwise. */
function bind(original: string, message: string, formats: Formats): unknown {
  return original.includes('{') ? (given: Values) => formatMessage(message, given, formats) : formatMessage(message, {}, formats)
}
