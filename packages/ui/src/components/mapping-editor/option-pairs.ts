import type { OptionPair } from '@pryzm/salesforce-sdk'

/**
 * Ties an option to a value in both directions, or to none. Where the value already stands for another option on pull, it
 * keeps doing so, and the new pair serves pushes only.
 */
export function matchOption(pairs: readonly OptionPair[], option: string, value: string | null): OptionPair[] {
  const others = pairs.filter((pair) => pair.option !== option)
  if (value === null) return others
  const taken = others.some((pair) => pair.value === value && pair.direction !== 'push')
  return [...others, { option, value, direction: taken ? 'push' : 'bidirectional' }]
}
