import type { IssueFix, MappingIssue } from '../../contract/mapping.ts'
import type { SalesforceField } from '../../contract/schema.ts'
import type { Way } from '../effective-direction.ts'
import { fieldConvertibility } from '../types/field-convertibility.ts'
import { removeFix, turnFix } from './issue-fixes.ts'
import type { KnownPair } from './known-pair.ts'
import { fieldIssue, type PairContext } from './pair-context.ts'
import { isPersonAccountField } from './person-account-field.ts'
import { pushObstacle } from '../plans/push-obstacle.ts'

/** What the field and the attribute do not let happen although their types would: writes, later changes, values of people. */
export function accessIssues(context: PairContext, known: KnownPair, open: readonly Way[]): MappingIssue[] {
  return [
    ...(open.includes('push') ? [...fieldReadOnlyIssues(context, known), ...createOnlyIssues(context, known)] : []),
    ...(open.includes('pull') ? [...attributeReadOnlyIssues(context, known), ...personAccountIssues(context, known)] : []),
  ]
}

function fieldReadOnlyIssues(context: PairContext, known: KnownPair): MappingIssue[] {
  const obstacle = context.describe ? pushObstacle(known.field, context.describe) : null
  if (obstacle === null) return []
  return [fieldIssue(context, known.fieldPair, 'field_read_only', 'push', obstacle, onlyWay(context, known, 'pull'))]
}

function attributeReadOnlyIssues(context: PairContext, known: KnownPair): MappingIssue[] {
  const { fieldPair, attribute } = known
  if (!attribute.readOnly) return []
  const sentence = `${attribute.label} is read-only in Pryzm. Its value can only be pushed.`
  return [fieldIssue(context, fieldPair, 'attribute_read_only', 'pull', sentence, onlyWay(context, known, 'push'))]
}

function onlyWay(context: PairContext, { fieldPair, attribute, field }: KnownPair, way: Way): IssueFix[] {
  const usable = fieldConvertibility(attribute, field, way).level !== 'no' && !(way === 'pull' && isAlwaysBlank(context, field))
  const turned = usable ? turnFix(context, fieldPair, way) : []
  return turned.length > 0 ? turned : [removeFix(fieldPair)]
}

function createOnlyIssues(context: PairContext, { fieldPair, field }: KnownPair): MappingIssue[] {
  if (!field.createable || field.updateable || field.calculated || field.autoNumber) return []
  const sentence = `On push: ${field.label} can be set when a record is created, and not changed after that.`
  return [fieldIssue(context, fieldPair, 'lossy_conversion', null, sentence)]
}

function personAccountIssues(context: PairContext, { fieldPair, field }: KnownPair): MappingIssue[] {
  if (!isAlwaysBlank(context, field)) return []
  const sentence = `On pull: ${field.label} is filled for person accounts alone, which are pulled as people, so it always arrives blank. Map it on Contacts.`
  return [fieldIssue(context, fieldPair, 'lossy_conversion', null, sentence, [removeFix(fieldPair)])]
}

function isAlwaysBlank({ describe }: PairContext, field: SalesforceField): boolean {
  return describe !== null && isPersonAccountField(field, describe)
}
