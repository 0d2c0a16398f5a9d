import type { AttributeValue } from '../src/contract/shared.ts'

/** Whether two texts are the same number, told without the product's own code. */
export function sameNumber(a: string, b: string): boolean {
  const [x, y] = [fractionOf(a), fractionOf(b)]
  return x !== null && y !== null && x.digits * 10n ** y.zeros === y.digits * 10n ** x.zeros
}

/** `12.5` is 125 with one zero below it. */
function fractionOf(text: string): { digits: bigint; zeros: bigint } | null {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim())
  if (!parts) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const digits = BigInt(`0${whole}${fraction}`) * (sign === '-' ? -1n : 1n)
  const below = BigInt(fraction.length) - BigInt(exponent)
  return below >= 0n ? { digits, zeros: below } : { digits: digits * 10n ** -below, zeros: 0n }
}

/** Whether two texts are the same moment, whatever zone they are written in. */
export function sameMoment(a: string, b: string): boolean {
  return momentOf(a) === momentOf(b)
}

/** Salesforce writes zones without a colon, which JavaScript need not read. */
function momentOf(text: string): number {
  return Date.parse(text.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
}

/** Whether two texts have the same lines, however their ends are written. */
export function sameLines(a: string, b: string): boolean {
  return linesOf(a).join('\n') === linesOf(b).join('\n')
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

/** A value that is one text, number or yes/no as text; nothing of what has parts. */
export function textOf(value: AttributeValue): string {
  return value === null || typeof value === 'object' ? '' : String(value)
}
