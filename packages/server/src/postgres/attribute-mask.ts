/**
 * Sets of attributes as bit masks over a list of names that only grows: a link keeps in a few characters which of its record
 * type's attributes have synced. A mask is hexadecimal, its first digit for the first four names, without zeros at its end.
 */
export class AttributeNames {
  readonly names: readonly string[]
  readonly #positions: ReadonlyMap<string, number>
  /** Most links of a page have the same set as the one before. */
  #last: { set: readonly string[]; mask: string } = { set: [], mask: '' }
  #lastRead: { mask: string; set: readonly string[] } = { mask: '', set: [] }

  constructor(names: readonly string[]) {
    this.names = names
    this.#positions = new Map(names.map((name, position) => [name, position]))
  }

  /** The list with the names it lacks added at its end; the same list where it lacks none. */
  with(sets: Iterable<readonly string[]>): AttributeNames {
    const missing = new Set<string>()
    let last: readonly string[] = []
    for (const set of sets) {
      if (sameNames(set, last)) continue
      last = set
      for (const name of set) if (!this.#positions.has(name)) missing.add(name)
    }
    return missing.size === 0 ? this : new AttributeNames([...this.names, ...missing])
  }

  mask(set: readonly string[]): string {
    if (!sameNames(set, this.#last.set)) this.#last = { set, mask: this.#maskOf(set) }
    return this.#last.mask
  }

  set(mask: string): readonly string[] {
    if (mask !== this.#lastRead.mask) this.#lastRead = { mask, set: this.#setOf(mask) }
    return this.#lastRead.set
  }

  #setOf(mask: string): string[] {
    return this.names.filter((_, position) => (Number.parseInt(mask[position >> 2] ?? '0', 16) >> (position & 3)) & 1)
  }

  #maskOf(set: readonly string[]): string {
    const digits: number[] = []
    for (const name of set) {
      const position = this.#positions.get(name)
      if (position === undefined) throw new Error(`The attribute "${name}" is not in the list that its mask is over.`)
      const digit = position >> 2
      while (digits.length <= digit) digits.push(0)
      digits[digit] = (digits[digit] ?? 0) | (1 << (position & 3))
    }
    let mask = ''
    for (const digit of digits) mask += digit.toString(16)
    return mask
  }
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index])
}
