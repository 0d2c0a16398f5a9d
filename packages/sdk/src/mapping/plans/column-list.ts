/** The columns of a query in order, each once. */
export class ColumnList {
  readonly names: string[] = []
  readonly #positions = new Map<string, number>()

  /** The position of a column; a new one is appended. */
  at(name: string): number {
    const known = this.#positions.get(name)
    if (known !== undefined) return known
    this.#positions.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
