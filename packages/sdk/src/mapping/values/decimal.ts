const longest = 400
const widestExponent = 400
const plain = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/
const general = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

/**
 * A number as plain decimal text without needless zeros: `9.12E8` becomes `912000000`. Null where the text is no number, or one so
 * wide (over 400 digits) that nobody means it.
 */
export function normalDecimal(text: string): string | null {
  if (text.length > longest) return null
  if (plain.test(text)) return text
  const parts = general.exec(text)
  if (!parts) return null
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = parts
  if (whole === '' && fraction === '') return null
  const exponent = Number(exponentText)
  if (Math.abs(exponent) > widestExponent) return null
  return place(sign, whole + fraction, whole.length + exponent)
}

/** Puts the point after `point` of the digits; it may lie outside of them on either side. */
function place(sign: string, digits: string, point: number): string {
  const padded = point > digits.length ? digits.padEnd(point, '0') : digits
  const before = point > 0 ? padded.slice(0, point) : ''
  const after = point > 0 ? padded.slice(point) : '0'.repeat(-point) + padded
  const whole = before.replace(/^0+/, '') || '0'
  const fraction = withoutTrailingZeros(after)
  if (whole === '0' && fraction === '') return '0'
  return `${sign === '-' ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1
  return digits.slice(0, end)
}

/** How many digits a normal decimal has before and after its point. */
export function digitsOf(decimal: string): { whole: number; fraction: number } {
  const start = decimal.startsWith('-') ? 1 : 0
  const point = decimal.indexOf('.')
  const end = point === -1 ? decimal.length : point
  const whole = decimal.slice(start, end) === '0' ? 0 : end - start
  return { whole, fraction: point === -1 ? 0 : decimal.length - point - 1 }
}

/** The JSON number for a normal decimal, or the text itself where a double would lose digits. */
export function jsonNumber(decimal: string): number | string {
  const number = Number(decimal)
  return normalDecimal(String(number)) === decimal ? number : decimal
}
