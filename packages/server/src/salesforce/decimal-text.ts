/** Writes a JSON number such as `1.39E8` or `-2.50e-3` as plain decimal text, digit for digit: `139000000`, `-0.00250`. */
export function decimalText(number: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(number)
  if (match === null) return number
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + withoutLeadingZeros(digits + '0'.repeat(point - digits.length))
  return `${sign}${withoutLeadingZeros(digits.slice(0, point))}.${digits.slice(point)}`
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
