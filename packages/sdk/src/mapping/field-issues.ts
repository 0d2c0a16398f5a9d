import type { FieldPair, IssueFix, MappingIssue } from '../contract/mapping.ts'
import type { SalesforceField } from '../contract/schema.ts'
import type { Direction } from '../contract/shared.ts'
import { addressIssues } from './address-issues.ts'
import { defaultIssues } from './default-issues.ts'
import { flows, type Way } from './effective-direction.ts'
import { fieldConvertibility } from './field-convertibility.ts'
import { fieldFix, objectDirectionFix, removeFix, turnFix, ways } from './issue-fixes.ts'
import type { KnownPair } from './known-pair.ts'
import { missingSideIssues } from './missing-side-issues.ts'
import { optionIssues } from './option-issues.ts'
import { directionOf, fieldIssue, type PairContext } from './pair-context.ts'
import { isPersonAccountField } from './person-account-field.ts'
import { pushObstacle } from './push-obstacle.ts'
import { fieldsFor } from './suggested-sides.ts'
import { directionWords, objectPairLabels } from './words.ts'

/** What is wrong with one field pair, whatever the other pairs are. */
export function fieldIssues(context: PairContext, fieldPair: FieldPair): MappingIssue[] {
  const direction = directionOf(fieldPair, context)
  const narrowed = narrowedIssue(context, fieldPair, direction)
  const missing = missingSideIssues(context, fieldPair)
  const attribute = context.attributes.get(fieldPair.attribute)
  const field = context.fields.get(fieldPair.field)
  if (missing.length > 0 || !attribute || !field) return [...missing, ...narrowed]
  const known = { fieldPair, attribute, field, direction }
  return [
    ...typeIssues(context, known),
    ...readOnlyIssues(context, known),
    ...createOnlyIssues(context, known),
    ...personAccountIssues(context, known),
    ...optionIssues(context, known),
    ...addressIssues(context, known),
    ...defaultIssues(context, known),
    ...narrowed,
  ]
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
    const fixes = fitFixes(context, known)
    const sentence = `${first.sentence} ${fitAdvice(stops, results.length)}`
    issues.push(fieldIssue(context, fieldPair, 'type_incompatible', stops, sentence, fixes))
  }
  for (const { way, sentence } of lossy) {
    issues.push(
      fieldIssue(context, fieldPair, 'lossy_conversion', null, `On ${way}: ${sentence}`, leaveFixes(context, known, way)),
    )
  }
  return issues
}

function fitAdvice(stops: Direction, waysUsed: number): string {
  if (stops === 'bidirectional' || waysUsed === 1) return 'Choose another field, or remove this pair.'
  return `Change the direction to ${directionWords[otherWay(stops)]}, or choose another field.`
}

/** Where one way is closed and the other one is used, to keep just that; then the fields that fit best. */
function fitFixes(context: PairContext, { fieldPair, attribute, direction }: KnownPair): IssueFix[] {
  const turns = direction === 'bidirectional' ? ways.flatMap((way) => keptWay(context, fieldPair, way)) : []
  const others = fieldsFor(context, attribute)
    .flatMap(({ field }) => fieldFix(context, fieldPair, field))
    .slice(0, 2)
  return [...turns, ...others, ...(turns.length > 0 ? [] : [removeFix(fieldPair)])].slice(0, 2)
}

function keptWay(context: PairContext, fieldPair: FieldPair, way: Way): IssueFix[] {
  const attribute = context.attributes.get(fieldPair.attribute)
  const field = context.fields.get(fieldPair.field)
  const open = attribute && field && fieldConvertibility(attribute, field, way).level !== 'no'
  return open ? turnFix(context, fieldPair, way) : []
}

/** Some values stay behind this way alone: the pair may do without it. */
function leaveFixes(context: PairContext, { fieldPair, attribute, field, direction }: KnownPair, way: Way): IssueFix[] {
  const other = otherWay(way)
  const lossless = direction === 'bidirectional' && fieldConvertibility(attribute, field, other).level === 'exact'
  return lossless ? turnFix(context, fieldPair, other) : []
}

function otherWay(way: Way): Way {
  return way === 'pull' ? 'push' : 'pull'
}

function readOnlyIssues(context: PairContext, known: KnownPair): MappingIssue[] {
  const { fieldPair, attribute, field, direction } = known
  const issues: MappingIssue[] = []
  const obstacle = flows(direction, 'push') && context.describe ? pushObstacle(field, context.describe) : null
  if (obstacle !== null) {
    issues.push(fieldIssue(context, fieldPair, 'field_read_only', 'push', obstacle, onlyWay(context, known, 'pull')))
  }
  if (flows(direction, 'pull') && attribute.readOnly) {
    const sentence = `${attribute.label} is read-only in Pryzm. Its value can only be pushed.`
    issues.push(fieldIssue(context, fieldPair, 'attribute_read_only', 'pull', sentence, onlyWay(context, known, 'push')))
  }
  return issues
}

function onlyWay(context: PairContext, { fieldPair, attribute, field }: KnownPair, way: Way): IssueFix[] {
  const usable = fieldConvertibility(attribute, field, way).level !== 'no' && !isAlwaysBlank(context, field, way)
  const turned = usable ? turnFix(context, fieldPair, way) : []
  return turned.length > 0 ? turned : [removeFix(fieldPair)]
}

function createOnlyIssues(context: PairContext, { fieldPair, field, direction }: KnownPair): MappingIssue[] {
  if (!flows(direction, 'push') || !field.createable || field.updateable || field.calculated || field.autoNumber) return []
  const sentence = `On push: ${field.label} can be set when a record is created, and not changed after that.`
  return [fieldIssue(context, fieldPair, 'lossy_conversion', null, sentence)]
}

function personAccountIssues(context: PairContext, { fieldPair, field, direction }: KnownPair): MappingIssue[] {
  if (!flows(direction, 'pull') || !isAlwaysBlank(context, field, 'pull')) return []
  const sentence = `On pull: ${field.label} is filled for person accounts alone, which are pulled as people, so it always arrives blank. Map it on Contacts.`
  return [fieldIssue(context, fieldPair, 'lossy_conversion', null, sentence, [removeFix(fieldPair)])]
}

function isAlwaysBlank({ describe }: PairContext, field: SalesforceField, way: Way): boolean {
  return way === 'pull' && describe !== null && isPersonAccountField(field, describe)
}

function narrowedIssue(context: PairContext, fieldPair: FieldPair, direction: Direction | null): MappingIssue[] {
  if (direction === fieldPair.direction) return []
  const { salesforcePlural } = objectPairLabels[context.pair.object]
  const own = directionWords[fieldPair.direction]
  const object = directionWords[context.pair.direction]
  const sentence =
    direction === null
      ? `Nothing flows: this field is set to ${own}, but ${salesforcePlural} to ${object}. Change one of them, or remove this pair.`
      : `Limited to ${object}, because ${salesforcePlural} are set to ${object}. Set this field to ${object} too, or change ${salesforcePlural}.`
  const fixes = [
    ...turnFix(context, fieldPair, direction ?? context.pair.direction),
    ...objectDirectionFix(context, 'bidirectional'),
    ...(direction === null ? [removeFix(fieldPair)] : []),
  ]
  return [fieldIssue(context, fieldPair, 'direction_narrowed_by_object', null, sentence, fixes.slice(0, 2))]
}
