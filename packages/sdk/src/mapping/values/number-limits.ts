import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { digitsOf } from './decimal.ts'
import { unfit } from './skip-sentences.ts'
import type { Unfit } from './unfit.ts'

/** How many digits a number may have: in all, before and after the point; undefined for no limit. */
export interface NumberLimits {
  target: string
  all?: number | undefined
  whole?: number | undefined
  fraction?: number | undefined
}

export function attributeLimits({ label, precision, scale }: Attribute): NumberLimits {
  return { target: label, all: precision, whole: wholeDigits(precision, scale), fraction: scale }
}

/** Digits that always fit into 32 and 64 bits, for whole numbers whose describe tells none. */
const integerDigits = { int: 9, long: 18 } as const

export function fieldLimits({ label, type, precision, scale, digits }: SalesforceField): NumberLimits {
  if (type === 'int' || type === 'long') return { target: label, whole: digits > 0 ? digits : integerDigits[type], fraction: 0 }
  return precision > 0
    ? { target: label, all: precision, whole: wholeDigits(precision, scale), fraction: scale }
    : { target: label }
}

function wholeDigits(precision: number | undefined, scale = 0): number | undefined {
  return precision === undefined ? undefined : Math.max(0, precision - scale)
}

/** What a normal decimal exceeds, if anything; nothing is ever rounded to fit. */
export function outsideLimits(decimal: string, { target, all, whole, fraction }: NumberLimits): Unfit | null {
  if (whole === undefined && fraction === undefined) return null
  const digits = digitsOf(decimal)
  if (whole !== undefined && digits.whole > whole) return unfit.tooManyDigits(target, whole)
  if (fraction !== undefined && digits.fraction > fraction) return unfit.tooManyDecimals(target, fraction)
  return all !== undefined && digits.whole + digits.fraction > all ? unfit.tooManyDigitsInAll(target, all) : null
}
