import type { FieldPair, IssueFix, MappingIssue } from '../contract/mapping.ts'
import type { SalesforceField } from '../contract/schema.ts'
import type { Direction } from '../contract/shared.ts'
import { addressIssues } from './address-issues.ts'
import { defaultIssues } from './default-issues.ts'
import { flows, type Way } from './effective-direction.ts'
import { fieldConvertibility } from './field-convertibility.ts'
import type { KnownPair } from './known-pair.ts'
import { optionIssues } from './option-issues.ts'
import { directionOf, fieldIssue, type PairContext } from './pair-context.ts'
import { directionWords, objectPairLabels } from './words.ts'
import { isWritable } from './writable-field.ts'

const ways = ['pull', 'push'] as const

/** What is wrong with one field pair, whatever the other pairs are. */
export function fieldIssues(context: PairContext, fieldPair: FieldPair): MappingIssue[] {
  const direction = directionOf(fieldPair, context)
  const narrowed = narrowedIssue(context, fieldPair, direction)
  const missing = missingSides(context, fieldPair, direction)
  const attribute = context.attributes.get(fieldPair.attribute)
  const field = context.fields.get(fieldPair.field)
  if (missing.length > 0 || !attribute || !field) return [...missing, ...narrowed]
  const known = { fieldPair, attribute, field, direction }
  return [
    ...typeIssues(context, known),
    ...readOnlyIssues(context, known),
    ...optionIssues(context, known),
    ...addressIssues(context, known),
    ...defaultIssues(context, known),
    ...narrowed,
  ]
}

function missingSides(context: PairContext, fieldPair: FieldPair, direction: Direction | null): MappingIssue[] {
  const stops = direction ?? fieldPair.direction
  const remove: IssueFix = { kind: 'remove_pair', label: 'Remove this pair', pairId: fieldPair.id }
  const issues: MappingIssue[] = []
  if (context.recordType && !context.attributes.has(fieldPair.attribute)) {
    const sentence = `The attribute "${fieldPair.attribute}" no longer exists in Pryzm.`
    issues.push(fieldIssue(context, fieldPair, 'attribute_missing', stops, sentence, [remove]))
  }
  if (context.describe && !context.fields.has(fieldPair.field)) {
    const sentence = `The Salesforce field ${fieldPair.field} was removed or renamed, or is hidden from the connected user.`
    const fixes = [...similarField(context, fieldPair), remove]
    issues.push(fieldIssue(context, fieldPair, 'field_missing', stops, sentence, fixes))
  }
  return issues
}

/** A field whose name differs only in case, underscores or namespace is likely the one that was renamed. */
function similarField({ fields }: PairContext, fieldPair: FieldPair): IssueFix[] {
  const wanted = bareName(fieldPair.field)
  for (const { name, label } of fields.values()) {
    if (bareName(name) === wanted) return [{ kind: 'choose_field', label: `Use ${label}`, pairId: fieldPair.id, field: name }]
  }
  return []
}

function bareName(name: string): string {
  const withoutSuffix = name.replace(/__c$/i, '')
  return withoutSuffix
    .slice(withoutSuffix.lastIndexOf('__') + 1)
    .replace(/_/g, '')
    .toLowerCase()
}

function typeIssues(context: PairContext, known: KnownPair): MappingIssue[] {
  const { fieldPair, attribute, field, direction } = known
  const results = ways
    .filter((way) => flows(direction, way))
    .map((way) => ({ way, ...fieldConvertibility(attribute, field, way) }))
  const refused = results.filter(({ level }) => level === 'no')
  const lossy = results.filter(({ level }) => level === 'lossy')
  const issues: MappingIssue[] = []
  const [first] = refused
  if (first) {
    const stops = refused.length > 1 ? 'bidirectional' : first.way
    issues.push(
      fieldIssue(context, fieldPair, 'type_incompatible', stops, first.sentence, turnTo(known, first.way, refused.length)),
    )
  }
  for (const { way, sentence } of lossy) {
    issues.push(fieldIssue(context, fieldPair, 'lossy_conversion', null, `On ${way}: ${sentence}`))
  }
  return issues
}

/** Where one way is closed and the other one is used, the mend is to keep just that. */
function turnTo({ fieldPair, direction }: KnownPair, closed: Way, closedWays: number): IssueFix[] {
  const remove: IssueFix = { kind: 'remove_pair', label: 'Remove this pair', pairId: fieldPair.id }
  if (direction !== 'bidirectional' || closedWays > 1) return [remove]
  const open = closed === 'pull' ? 'push' : 'pull'
  return [{ kind: 'set_direction', label: `Change to ${directionWords[open]}`, pairId: fieldPair.id, direction: open }]
}

function readOnlyIssues(context: PairContext, known: KnownPair): MappingIssue[] {
  const { fieldPair, attribute, field, direction } = known
  const issues: MappingIssue[] = []
  if (flows(direction, 'push') && !isWritable(field, context.describe?.fields ?? [])) {
    const sentence = `${field.label} is read-only in Salesforce${whyReadOnly(field)}. Its value can only be pulled.`
    issues.push(fieldIssue(context, fieldPair, 'field_read_only', 'push', sentence, openWay(known, 'pull')))
  }
  if (flows(direction, 'pull') && attribute.readOnly) {
    const sentence = `${attribute.label} is read-only in Pryzm. Its value can only be pushed.`
    issues.push(fieldIssue(context, fieldPair, 'attribute_read_only', 'pull', sentence, openWay(known, 'push')))
  }
  return issues
}

function whyReadOnly({ autoNumber, calculated }: SalesforceField): string {
  if (autoNumber) return ' (an auto number)'
  return calculated ? ' (a formula or roll-up)' : ''
}

function openWay({ fieldPair, attribute, field }: KnownPair, way: Way): IssueFix[] {
  const remove: IssueFix = { kind: 'remove_pair', label: 'Remove this pair', pairId: fieldPair.id }
  const usable = fieldConvertibility(attribute, field, way).level !== 'no' && !(way === 'pull' && attribute.readOnly)
  if (!usable || fieldPair.direction === way) return [remove]
  return [{ kind: 'set_direction', label: `Change to ${directionWords[way]}`, pairId: fieldPair.id, direction: way }]
}

function narrowedIssue(context: PairContext, fieldPair: FieldPair, direction: Direction | null): MappingIssue[] {
  if (direction === fieldPair.direction) return []
  const { salesforcePlural } = objectPairLabels[context.pair.object]
  const object = directionWords[context.pair.direction]
  const sentence =
    direction === null
      ? `Nothing flows: this field is set to ${directionWords[fieldPair.direction]}, but ${salesforcePlural} to ${object}.`
      : `Limited to ${object}, because ${salesforcePlural} are set to ${object}.`
  return [fieldIssue(context, fieldPair, 'direction_narrowed_by_object', null, sentence)]
}
