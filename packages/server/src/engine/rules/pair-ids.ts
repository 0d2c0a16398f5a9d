import type { Mapping } from '@pryzm/salesforce-sdk/contract'

/** Ids that name more than one field pair of an object pair. */
export function brokenPairIds(mapping: Mapping): string[] {
  return mapping.pairs.flatMap(({ fields }) => {
    const seen = new Set<string>()
    return fields.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size)
  })
}
