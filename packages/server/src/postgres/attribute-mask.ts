/**
 * Sets of attributes as bit masks over a list of names that only grows: a link keeps in a few characters which of its record
 * type's attributes have synced. The mask is hexadecimal, first name in the first digit's lowest bit, without trailing zeros.
 */
export function attributeMask(attributes: readonly string[], names: readonly string[]): string {
  const digits: number[] = []
  for (const attribute of attributes) {
    const index = names.indexOf(attribute)
    if (index === -1) throw new Error(`The attribute "${attribute}" is not in the list that its mask is over.`)
    while (digits.length <= index >> 2) digits.push(0)
    digits[index >> 2]! |= 1 << (index & 3)
  }
  return digits.map((digit) => digit.toString(16)).join('')
}

export function maskedAttributes(mask: string, names: readonly string[]): string[] {
  return names.filter((_, index) => (Number.parseInt(mask[index >> 2] ?? '0', 16) >> (index & 3)) & 1)
}

/** The list with the names it lacked added at its end; the same list where it lacks none. */
export function withNames(names: readonly string[], attributes: Iterable<string>): readonly string[] {
  const known = new Set(names)
  const all = new Set([...names, ...attributes])
  return all.size === known.size ? names : [...all]
}
