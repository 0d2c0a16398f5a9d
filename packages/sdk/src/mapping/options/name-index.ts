/** Finds items by any of the words they go by, so that a name need not be held against each of them. */
export class NameIndex<Item> {
  readonly #byWord = new Map<string, Item[]>()

  constructor(items: readonly Item[], wordsOf: (item: Item) => Iterable<string>) {
    for (const item of items) for (const word of new Set(wordsOf(item))) this.#note(word, item)
  }

  /** Each item that goes by one of these words. */
  find(words: Iterable<string>): Item[] {
    const found = new Set<Item>()
    for (const word of new Set(words)) for (const item of this.#byWord.get(word) ?? []) found.add(item)
    return [...found]
  }

  #note(word: string, item: Item): void {
    const known = this.#byWord.get(word)
    if (known) known.push(item)
    else this.#byWord.set(word, [item])
  }
}
