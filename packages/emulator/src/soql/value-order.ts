import type { Value } from '../org/table.ts'

/** Negative, 0 or positive; text is compared without regard to case, and null (which equals an empty text) comes first. */
export function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a.toLowerCase(), b.toLowerCase())
  if (a === null || b === null) return Number(isGiven(a)) - Number(isGiven(b))
  return Number(a) - Number(b)
}

/** The order of ids, in which capitals come before small letters. */
export function idOrder(a: Value, b: Value): number {
  return compareText(String(a ?? ''), String(b ?? ''))
}

function isGiven(value: Value): boolean {
  return value !== null && value !== ''
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
