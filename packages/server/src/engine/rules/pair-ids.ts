import { type Mapping, SyncError } from '@pryzm/salesforce-sdk/contract'

/** Throws `invalid_input` where an id names more than one field pair of an object pair. */
export function requireOwnIds(mapping: Mapping): void {
  const [first] = brokenPairIds(mapping)
  if (first === undefined) return
  throw new SyncError(
    'invalid_input',
    `The id "${first}" names two field pairs of one object. Every field pair needs an id of its own.`,
  )
}

function brokenPairIds(mapping: Mapping): string[] {
  return mapping.pairs.flatMap(({ fields }) => {
    const seen = new Set<string>()
    return fields.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size)
  })
}
