import type { Formats } from './formats.ts'

/** Every string of one component: fixed, or made from named values. */
export type Messages = Record<string, string | ((values: never, formats: Formats) => string)>

/** Messages ready to use: functions already know the formats of the locale. */
export type Text<Catalog> = {
  readonly [Name in keyof Catalog]: Catalog[Name] extends (values: infer Values, formats: Formats) => string
    ? (values: Values) => string
    : Catalog[Name]
}

/** Ties messages to a locale's formats; later catalogs win over earlier ones. */
export function bindMessages<Catalog extends object>(
  formats: Formats,
  defaults: Catalog,
  ...overrides: (object | undefined)[]
): Text<Catalog>
export function bindMessages(formats: Formats, ...catalogs: (object | undefined)[]): object {
  const messages = catalogs.flatMap((catalog) => Object.entries(catalog ?? {}))
  return Object.fromEntries(messages.map(([name, message]) => [name, bind(message, formats)]))
}

function bind(message: unknown, formats: Formats): unknown {
  return typeof message === 'function' ? (values: unknown): unknown => message(values, formats) : message
}
