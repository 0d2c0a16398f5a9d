import type { FieldPair, MappingIssue } from '../../contract/mapping.ts'
import type { Direction } from '../../contract/shared.ts'
import { accessIssues } from './access-issues.ts'
import { addressIssues } from './address-issues.ts'
import { defaultIssues } from './default-issues.ts'
import { flows } from '../effective-direction.ts'
import { fieldConvertibility } from '../types/field-convertibility.ts'
import { objectDirectionFix, removeFix, turnFix, ways } from './issue-fixes.ts'
import { missingSideIssues } from './missing-side-issues.ts'
import { optionIssues } from './option-issues.ts'
import { directionOf, fieldIssue, type PairContext } from './pair-context.ts'
import { typeIssues } from './type-issues.ts'
import { directionWords, objectPairLabels } from '../words.ts'

/** What is wrong with one field pair, whatever the other pairs are. */
export function fieldIssues(context: PairContext, fieldPair: FieldPair): MappingIssue[] {
  const direction = directionOf(fieldPair, context)
  const narrowed = narrowedIssue(context, fieldPair, direction)
  const missing = missingSideIssues(context, fieldPair)
  const attribute = context.attributes.get(fieldPair.attribute)
  const field = context.fields.get(fieldPair.field)
  if (missing.length > 0 || !attribute || !field) return [...missing, ...narrowed]
  const known = { fieldPair, attribute, field, direction }
  const open = ways.filter((way) => flows(direction, way) && fieldConvertibility(attribute, field, way).level !== 'no')
  return [
    ...typeIssues(context, known),
    ...accessIssues(context, known, open),
    ...optionIssues(context, known),
    ...addressIssues(context, known),
    ...defaultIssues(context, known),
    ...narrowed,
  ]
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
