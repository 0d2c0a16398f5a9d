import type { FieldPair, OptionPair } from '../../contract/mapping.ts'
import type { AttributeValue } from '../../contract/shared.ts'

type PairProperty = Exclude<keyof FieldPair, 'id'>

const isSame: { readonly [Property in PairProperty]: (one: FieldPair, other: FieldPair) => boolean } = {
  attribute: (one, other) => one.attribute === other.attribute,
  field: (one, other) => one.field === other.field,
  direction: (one, other) => one.direction === other.direction,
  options: (one, other) => sameOptions(one.options, other.options),
  blankOnPull: (one, other) => (one.blankOnPull ?? 'clear') === (other.blankOnPull ?? 'clear'),
  blankOnPush: (one, other) => (one.blankOnPush ?? 'clear') === (other.blankOnPush ?? 'clear'),
  defaultOnPush: (one, other) => textOf(one.defaultOnPush) === textOf(other.defaultOnPush),
}
const properties = Object.keys(isSame) as PairProperty[]

/** In what two field pairs differ: options count as a set, and a rule that is left out as its default. */
export function changedPairProperties(one: FieldPair, other: FieldPair): PairProperty[] {
  return one === other ? [] : properties.filter((property) => !isSame[property](one, other))
}

function sameOptions(one: readonly OptionPair[], other: readonly OptionPair[]): boolean {
  if (one === other) return true
  const known = new Set(one.map(keyOf))
  const found = new Set(other.map(keyOf))
  return known.size === found.size && [...found].every((key) => known.has(key))
}

function keyOf({ option, value, direction }: OptionPair): string {
  return JSON.stringify([option, value, direction])
}

/** A value as text that is the same whatever the order of its parts. */
function textOf(value: AttributeValue | undefined): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value)].toSorted())
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  return JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
