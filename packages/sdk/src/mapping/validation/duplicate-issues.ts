import type { FieldPair, MappingIssue } from '../../contract/mapping.ts'
import { removeFix, turnFix } from './issue-fixes.ts'
import { listed } from './listed.ts'
import { fieldIssue, type PairContext } from './pair-context.ts'
import { flowingPairs, rivalsOf } from './pair-targets.ts'

/** Pairs that would write into one target in the same direction; all of them stop that way. */
export function duplicateIssues(context: PairContext): MappingIssue[] {
  const attributesTwice = flowingPairs(context, 'pull').flatMap((pair) => attributeMappedTwice(context, pair))
  return [...attributesTwice, ...flowingPairs(context, 'push').flatMap((pair) => fieldMappedTwice(context, pair))]
}

function attributeMappedTwice(context: PairContext, pair: FieldPair): MappingIssue[] {
  const rivals = rivalsOf(context, pair, 'pull')
  if (rivals.length === 0) return []
  const label = context.attributes.get(pair.attribute)?.label ?? pair.attribute
  const others = listed(rivals.map(({ field }) => context.fields.get(field)?.label ?? field))
  const sentence = `${label} is filled from ${others} too. Keep one of these pairs for pull, and turn or remove the rest.`
  const fixes = [...turnFix(context, pair, 'push'), removeFix(pair)]
  return [fieldIssue(context, pair, 'attribute_mapped_twice', 'pull', sentence, fixes)]
}

function fieldMappedTwice(context: PairContext, pair: FieldPair): MappingIssue[] {
  const rivals = rivalsOf(context, pair, 'push')
  if (rivals.length === 0) return []
  const label = context.fields.get(pair.field)?.label ?? pair.field
  const others = listed(rivals.map((rival) => rivalWords(context, rival, pair)))
  const sentence = `${label} is written from ${others} too. Keep one of these pairs for push, and turn or remove the rest.`
  const fixes = [...turnFix(context, pair, 'pull'), removeFix(pair)]
  return [fieldIssue(context, pair, 'field_mapped_twice', 'push', sentence, fixes)]
}

/** A rival's attribute; with its field where it writes an address whose part this pair writes, or a part of this one's. */
function rivalWords({ attributes, fields }: PairContext, rival: FieldPair, { field }: FieldPair): string {
  const attribute = attributes.get(rival.attribute)?.label ?? rival.attribute
  if (rival.field === field) return attribute
  return `${attribute} (through ${fields.get(rival.field)?.label ?? rival.field})`
}
