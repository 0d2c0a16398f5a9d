import type { Value } from '../table.ts'

export const DAY_MS = 86_400_000

/** A stored date or datetime in milliseconds since 1970. */
export function momentOf(value: Value): number {
  return Date.parse(String(value))
}

/** The day of a moment (in milliseconds) as dates are stored: `YYYY-MM-DD`. */
export function asDate(moment: number): string | null {
  return asDateTime(moment)?.slice(0, 10) ?? null
}

/** A moment (in milliseconds) as datetimes are stored, to the second; null outside of what can be stored. */
export function asDateTime(moment: number): string | null {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}.000Z`
}
