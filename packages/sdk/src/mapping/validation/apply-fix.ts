import type { FieldPair, IssueFix, ObjectPair } from '../../contract/mapping.ts'
import type { PairSides } from '../pair-sides.ts'
import { suggestOptions } from '../options/suggest-options.ts'

/**
 * Mends an object pair as one of its issues offers; pairs that the fix leaves alone stay the same objects. The same object pair
 * comes back where only a person can go on: `map_field` without an attribute.
 */
export function applyFix(pair: ObjectPair, fix: IssueFix, sides: PairSides): ObjectPair {
  switch (fix.kind) {
    case 'set_direction':
      return changed(pair, fix.pairId, (fieldPair) => ({ ...fieldPair, direction: fix.direction }))
    case 'choose_field':
      return changed(pair, fix.pairId, (fieldPair) => tied({ ...fieldPair, field: fix.field }, sides))
    case 'choose_attribute':
      return changed(pair, fix.pairId, ({ defaultOnPush: _default, ...fieldPair }) =>
        tied({ ...fieldPair, attribute: fix.attribute }, sides),
      )
    case 'match_option':
      return changed(pair, fix.pairId, (fieldPair) => ({
        ...fieldPair,
        options: [...fieldPair.options, { option: fix.option, value: fix.value, direction: 'bidirectional' }],
      }))
    case 'remove_pair':
      return { ...pair, fields: pair.fields.filter(({ id }) => id !== fix.pairId) }
    case 'map_field':
      return fix.attribute === null ? pair : withPair(pair, { ...fix, attribute: fix.attribute }, sides)
    case 'set_object_direction':
      return { ...pair, direction: fix.direction }
  }
}

function changed(pair: ObjectPair, id: string, change: (fieldPair: FieldPair) => FieldPair): ObjectPair {
  return { ...pair, fields: pair.fields.map((fieldPair) => (fieldPair.id === id ? change(fieldPair) : fieldPair)) }
}

function withPair(
  pair: ObjectPair,
  { attribute, field, direction }: Pick<FieldPair, 'attribute' | 'field' | 'direction'>,
  sides: PairSides,
): ObjectPair {
  const id = freeId(pair, `${attribute}-${field}`)
  return { ...pair, fields: [...pair.fields, tied({ id, attribute, field, direction, options: [] }, sides)] }
}

/** Options belong to the two sides, so that new sides bring new ones. */
function tied(fieldPair: FieldPair, { describe, recordType }: PairSides): FieldPair {
  const attribute = recordType?.attributes.find(({ name }) => name === fieldPair.attribute)
  const field = describe?.fields.find(({ name }) => name === fieldPair.field)
  return { ...fieldPair, options: attribute && field ? suggestOptions(attribute, field) : [] }
}

function freeId({ fields }: ObjectPair, wanted: string): string {
  const base = wanted.slice(0, 60)
  const taken = new Set(fields.map(({ id }) => id))
  let id = base
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
  return id
}
