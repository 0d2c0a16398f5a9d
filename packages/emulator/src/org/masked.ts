import type { Field } from './objects/field.ts'
import type { Value } from './table.ts'

/** How many characters at the end each type of mask leaves legible. */
const legible: Readonly<Record<string, number>> = { all: 0, lastFour: 4, creditCard: 4, ssn: 4, sin: 4, nino: 0 }

/** An encrypted text as everybody sees it who may not view encrypted data, which in this org nobody may. */
export function masked({ type, character }: NonNullable<Field['mask']>, value: Value): Value {
  if (typeof value !== 'string') return value
  const hidden = Math.max(0, value.length - (legible[type] ?? 0))
  return value.slice(0, hidden).replaceAll(/[A-Za-z0-9]/gu, character) + value.slice(hidden)
}
