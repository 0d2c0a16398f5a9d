/** Finds one item by text: by exact value first, then by a label that only one item has. */
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

  /** The one item with this label, case and outer spaces ignored; undefined where none or several have it. */
  byLabel(label: string): Item | undefined {
    return this.#byLabel.get(foldLabel(label)) ?? undefined
  }

  find(value: string): Item | undefined {
    return this.exact(value) ?? this.byLabel(value)
  }
}

function foldLabel(label: string): string {
  return label.trim().toLowerCase()
}
