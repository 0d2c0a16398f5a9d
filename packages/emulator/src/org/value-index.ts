/** Which rows hold a value. Most values of an external id belong to one row, so a single position is kept without a list around it. */
export class ValueIndex {
  readonly #positions = new Map<string, number | readonly number[]>()

  /** The positions of the rows that hold `key`, in no particular order. */
  find(key: string): readonly number[] {
    const found = this.#positions.get(key) ?? []
    return typeof found === 'number' ? [found] : found
  }

  /** Notes that the row at `position` changed its key; undefined stands for no value. */
  move(position: number, from: string | undefined, to: string | undefined): void {
    if (from === to) return
    if (from !== undefined)
      this.#keep(
        from,
        this.find(from).filter((other) => other !== position),
      )
    if (to !== undefined) this.#keep(to, [...this.find(to), position])
  }

  #keep(key: string, positions: readonly number[]): void {
    const [only] = positions
    if (only === undefined) this.#positions.delete(key)
    else this.#positions.set(key, positions.length === 1 ? only : positions)
  }
}
