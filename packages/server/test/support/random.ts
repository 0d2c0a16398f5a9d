/** Random choices that a seed decides. */
export interface Random {
  /** A number from 0 to below `end`. */
  below(end: number): number
  /** True so often, from 0 to 1. */
  chance(often: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  // Mulberry32.
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return { below, chance: (often) => next() < often, pick: (items) => items[below(items.length)] as (typeof items)[number] }
}
