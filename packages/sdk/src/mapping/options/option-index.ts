/** Finds one item by its exact value or by a label. */
export class OptionIndex<Item> {
  readonly #exact = new Map<string, Item>()
  readonly #byLabel = new Map<string, Item | null>()

  constructor(items: readonly Item[], exact: (item: Item) => string, labels: (item: Item) => readonly string[]) {
    for (const item of items) {
      if (!this.#exact.has(exact(item))) this.#exact.set(exact(item), item)
      for (const label of new Set(labels(item).map(foldLabel))) {
        this.#byLabel.set(label, this.#byLabel.has(label) ? null : item)
      }
    }
  }

  exact(value: string): Item | undefined {
    return this.#exact.get(value)
  }

  /** The one item with this label, case and outer spaces ignored; null where several have it, undefined where none has. */
  byLabel(label: string): Item | null | undefined {
    return this.#byLabel.get(foldLabel(label))
  }
}

function foldLabel(label: string): string {
  return label.trim().toLowerCase()
}
