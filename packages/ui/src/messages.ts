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
  ...overrides: (Partial<Catalog> | undefined)[]
): Text<Catalog> {
  const merged: Record<string, unknown> = Object.assign({}, defaults, ...overrides)
  const bound = Object.entries(merged).map(([name, message]) => [name, bind(message, formats)])
  return Object.fromEntries(bound) as Text<Catalog>
}

function bind(message: unknown, formats: Formats): unknown {
  return typeof message === 'function' ? (values: unknown): unknown => message(values, formats) : message
}
