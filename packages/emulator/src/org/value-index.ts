const none: readonly number[] = []

/** Which rows hold a value. Most values of an external id belong to one row, so a single position is kept without a list around it. */
export class ValueIndex {
  readonly #positions = new Map<string, number | number[]>()

  /** The positions of the rows that hold `key`, in no particular order. */
  find(key: string): readonly number[] {
    const found = this.#positions.get(key)
    if (found === undefined) return none
    return typeof found === 'number' ? [found] : found
  }

  /** Notes that the row at `position` changed its key; undefined stands for no value. */
  move(position: number, from: string | undefined, to: string | undefined): void {
    if (from === to) return
    if (from !== undefined) this.#remove(from, position)
    if (to !== undefined) this.#add(to, position)
  }

  #remove(key: string, position: number): void {
    const held = this.#positions.get(key)
    if (held === position) this.#positions.delete(key)
    if (typeof held !== 'object') return
    const others = held.filter((other) => other !== position)
    const [only] = others
    if (only === undefined) this.#positions.delete(key)
    else this.#positions.set(key, others.length === 1 ? only : others)
  }

  #add(key: string, position: number): void {
    const held = this.#positions.get(key)
    if (typeof held === 'object') held.push(position)
    else this.#positions.set(key, held === undefined ? position : [held, position])
  }
}
