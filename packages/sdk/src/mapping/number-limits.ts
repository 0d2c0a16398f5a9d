import type { Attribute, SalesforceField } from '../contract/schema.ts'
import { digitsOf } from './decimal.ts'
import { unfit } from './skip-sentences.ts'
import type { Unfit } from './unfit.ts'

/** How many digits a number may have; undefined for no limit. */
export interface NumberLimits {
  target: string
  whole: number | undefined
  fraction: number | undefined
}

export function attributeLimits({ label, precision, scale }: Attribute): NumberLimits {
  return { target: label, whole: precision === undefined ? undefined : precision - (scale ?? 0), fraction: scale }
}

/** Digits that always fit into 32 and 64 bits, for whole numbers whose describe tells none. */
const wholeDigits = { int: 9, long: 18 } as const

export function fieldLimits({ label, type, precision, scale, digits }: SalesforceField): NumberLimits {
  if (type === 'int' || type === 'long') return { target: label, whole: digits > 0 ? digits : wholeDigits[type], fraction: 0 }
  return precision > 0
    ? { target: label, whole: precision - scale, fraction: scale }
    : { target: label, whole: undefined, fraction: undefined }
}

/** What a normal decimal exceeds, if anything; nothing is ever rounded to fit. */
export function outsideLimits(decimal: string, { target, whole, fraction }: NumberLimits): Unfit | null {
  if (whole === undefined && fraction === undefined) return null
  const digits = digitsOf(decimal)
  if (whole !== undefined && digits.whole > whole) return unfit.tooManyDigits(target, whole)
  return fraction !== undefined && digits.fraction > fraction ? unfit.tooManyDecimals(target, fraction) : null
}
