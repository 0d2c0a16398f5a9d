import type { FieldPair } from '../../contract/mapping.ts'

const LONGEST_ID = 64

/**
 * Gives pairs that come from elsewhere the ids of the pairs that they stand for, so that few of them look new: those that tie the
 * same attribute to the same field first, then those with the same id. Ids that are left are kept where they are free.
 */
export function keepPairIds(incoming: readonly FieldPair[], inForce: readonly FieldPair[]): FieldPair[] {
  const free = new Map(inForce.map((pair) => [pair.id, pair]))
  const ids = new Map<FieldPair, string>()
  const take = (pair: FieldPair, id: string | undefined) => {
    if (id === undefined || !free.delete(id)) return
    ids.set(pair, id)
  }
  const each = (step: (pair: FieldPair) => void) => incoming.filter((pair) => !ids.has(pair)).forEach(step)

  each((pair) => take(pair, sameTie(pair, free.get(pair.id)) ? pair.id : undefined))
  each((pair) => take(pair, [...free.values()].find((other) => sameTie(pair, other))?.id))
  each((pair) => take(pair, pair.id))

  const used = new Set([...inForce.map(({ id }) => id), ...ids.values()])
  each((pair) => {
    const id = freeId(pair, used)
    used.add(id)
    ids.set(pair, id)
  })
  return incoming.map((pair) => ({ ...pair, id: ids.get(pair) ?? pair.id }))
}

function sameTie(one: FieldPair, other: FieldPair | undefined): boolean {
  return one.attribute === other?.attribute && one.field === other.field
}

function freeId({ id }: FieldPair, used: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : `-${number}`
    const candidate = id.slice(0, LONGEST_ID - tail.length) + tail
    if (!used.has(candidate)) return candidate
  }
}
