import type { FieldPair, MappingIssue } from '../contract/mapping.ts'
import { flows, type Way } from './effective-direction.ts'
import { directionOf, fieldIssue, type PairContext } from './pair-context.ts'
import { isWritable } from './writable-field.ts'

/** Pairs that would write into one target in the same direction; all of them stop that way. */
export function duplicateIssues(context: PairContext): MappingIssue[] {
  return [...attributesMappedTwice(context), ...fieldsMappedTwice(context)]
}

function attributesMappedTwice(context: PairContext): MappingIssue[] {
  const pulled = flowing(context, 'pull')
  const counts = tally(pulled.map(({ attribute }) => attribute))
  return pulled
    .filter(({ attribute }) => (counts.get(attribute) ?? 0) > 1)
    .map((pair) => {
      const label = context.attributes.get(pair.attribute)?.label ?? pair.attribute
      const sentence = `${label} is filled from ${counts.get(pair.attribute)} Salesforce fields. Keep one of them for pull.`
      return fieldIssue(context, pair, 'attribute_mapped_twice', 'pull', sentence)
    })
}

/** A compound field and its components are one target; two different components are not. */
function fieldsMappedTwice(context: PairContext): MappingIssue[] {
  const pushed = flowing(context, 'push').filter(({ field }) => mayBeWritten(context, field))
  const counts = tally(pushed.map(({ field }) => field))
  const brokenUp = new Set(pushed.flatMap(({ field }) => compoundOf(context, field) ?? []))
  return pushed.flatMap((pair) => {
    const compound = compoundOf(context, pair.field)
    const rivals = (counts.get(pair.field) ?? 0) > 1 || brokenUp.has(pair.field) || (compound !== null && counts.has(compound))
    if (!rivals) return []
    const label = context.fields.get(pair.field)?.label ?? pair.field
    const sentence = `${label} is written by more than one pair. Keep one of them for push.`
    return [fieldIssue(context, pair, 'field_mapped_twice', 'push', sentence)]
  })
}

function flowing(context: PairContext, way: Way): FieldPair[] {
  return context.pair.fields.filter((pair) => flows(directionOf(pair, context), way))
}

/** A pair that cannot push anyway is nobody's rival. */
function mayBeWritten({ fields, describe }: PairContext, name: string): boolean {
  const field = fields.get(name)
  return field === undefined || isWritable(field, describe?.fields ?? [])
}

function compoundOf({ fields }: PairContext, name: string): string | null {
  const compound = fields.get(name)?.compoundFieldName ?? null
  return compound === name ? null : compound
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
