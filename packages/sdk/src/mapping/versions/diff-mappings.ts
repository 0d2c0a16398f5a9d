import type { FieldPair, Mapping, ObjectPair } from '../../contract/mapping.ts'
import type { ChangeCounts, MappingChange } from '../../contract/mapping-change.ts'
import { changedPairProperties } from './same-field-pair.ts'

const objectProperties = ['enabled', 'direction', 'pipelineId'] as const

/**
 * What turns `before` into `after`. Objects come in pull order: first the object's own settings, then added and changed pairs in
 * the order of `after`, then removed ones in the order of `before`. The order of pairs and of options is no difference.
 */
export function diffMappings(before: Mapping, after: Mapping): MappingChange[] {
  return after.pairs.flatMap((pair, index) => {
    const old = before.pairs[index]
    return old === undefined || old === pair ? [] : [...settingChanges(old, pair), ...pairChanges(old, pair)]
  })
}

/** How much changed, in numbers. */
export function countChanges(changes: readonly MappingChange[]): ChangeCounts {
  const count = (...kinds: MappingChange['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind)).length
  return { added: count('pair_added'), removed: count('pair_removed'), changed: count('pair_changed', 'object_changed') }
}

function settingChanges(before: ObjectPair, after: ObjectPair): MappingChange[] {
  const { object } = after
  const properties = objectProperties.filter((property) => before[property] !== after[property])
  if (properties.length === 0) return []
  return [{ kind: 'object_changed', object, properties, before: settingsOf(before), after: settingsOf(after) }]
}

function settingsOf({ object, enabled, direction, pipelineId }: ObjectPair): Omit<ObjectPair, 'fields'> {
  return { object, enabled, direction, pipelineId }
}

function pairChanges({ fields: before }: ObjectPair, { object, fields: after }: ObjectPair): MappingChange[] {
  const old = new Map(before.map((pair) => [pair.id, pair]))
  const kept = new Set(after.map(({ id }) => id))
  const removed = before.filter(({ id }) => !kept.has(id))
  return [
    ...after.flatMap((pair) => pairChange(object, old.get(pair.id), pair)),
    ...removed.map((pair): MappingChange => ({ kind: 'pair_removed', object, before: pair })),
  ]
}

function pairChange(object: ObjectPair['object'], before: FieldPair | undefined, after: FieldPair): MappingChange[] {
  if (before === undefined) return [{ kind: 'pair_added', object, after }]
  const properties = changedPairProperties(before, after)
  return properties.length === 0 ? [] : [{ kind: 'pair_changed', object, properties, before, after }]
}
