type Parse = (text: string) => unknown

const number: Parse = Number
const text: Parse = (value) => value
const json: Parse = (value) => JSON.parse(value) as unknown

/** `2026-03-04 10:00:00.5+00` → Date. Postgres may leave out the minutes of an offset; ISO may not. */
const instant: Parse = (value) => new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))

/**
 * How a column's text becomes a value, by type oid: int8 a number, `date` text, timestamps a `Date`, JSON parsed. Given with each
 * query, because the defaults of `pg` and PGlite differ and a host may have set its own.
 */
export const columnParsers: Readonly<Record<number, Parse>> = {
  16: (value) => value.startsWith('t'),
  20: number,
  21: number,
  23: number,
  25: text,
  114: json,
  700: number,
  701: number,
  1043: text,
  1082: text,
  1184: instant,
  1700: text,
  2950: text,
  3802: json,
}
