import type { FieldPair, IssueFix, MappingIssue } from '../../contract/mapping.ts'
import { attributeFix, fieldFix, removeFix } from './issue-fixes.ts'
import { directionOf, fieldIssue, type PairContext } from './pair-context.ts'
import { attributesFor, attributesNamedLike, fieldsFor, fieldsNamedLike } from '../suggestions/suggested-sides.ts'

/** What is wrong with a pair whose attribute or field is not there any more. */
export function missingSideIssues(context: PairContext, fieldPair: FieldPair): MappingIssue[] {
  const stops = directionOf(fieldPair, context) ?? fieldPair.direction
  const issues: MappingIssue[] = []
  const attributeMissing = context.recordType && !context.attributes.has(fieldPair.attribute)
  const fieldMissing = context.describe && !context.fields.has(fieldPair.field)
  if (attributeMissing) {
    const sentence = `The attribute "${fieldPair.attribute}" no longer exists in Pryzm. Choose another one, or remove this pair.`
    const fixes = [...(fieldMissing ? [] : likelyAttribute(context, fieldPair)), removeFix(fieldPair)]
    issues.push(fieldIssue(context, fieldPair, 'attribute_missing', stops, sentence, fixes))
  }
  if (fieldMissing) {
    const sentence = `The Salesforce field ${fieldPair.field} was removed or renamed, or is hidden from the connected user. Ask an admin for access, choose another field, or remove this pair.`
    const fixes = [...(attributeMissing ? [] : likelyField(context, fieldPair)), removeFix(fieldPair)]
    issues.push(fieldIssue(context, fieldPair, 'field_missing', stops, sentence, fixes))
  }
  return issues
}

/** The field that was renamed, else the one that would be suggested now. */
function likelyField(context: PairContext, fieldPair: FieldPair): IssueFix[] {
  const attribute = context.attributes.get(fieldPair.attribute)
  const names = [
    ...fieldsNamedLike(context, fieldPair.field),
    ...(attribute ? fieldsFor(context, attribute).filter(({ strong }) => strong) : []).map(({ field }) => field),
  ]
  return names.flatMap((name) => fieldFix(context, fieldPair, name)).slice(0, 1)
}

function likelyAttribute(context: PairContext, fieldPair: FieldPair): IssueFix[] {
  const field = context.fields.get(fieldPair.field)
  const names = [
    ...attributesNamedLike(context, fieldPair.attribute),
    ...(field ? attributesFor(context, field).filter(({ strong }) => strong) : []).map(({ attribute }) => attribute),
  ]
  return names.flatMap((name) => attributeFix(context, fieldPair, name)).slice(0, 1)
}
