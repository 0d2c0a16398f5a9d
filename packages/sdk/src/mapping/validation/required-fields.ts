import type { IssueFix, MappingIssue, ObjectPair } from '../../contract/mapping.ts'
import type { SalesforceField } from '../../contract/schema.ts'
import type { Direction } from '../../contract/shared.ts'
import { flows, type Way } from '../effective-direction.ts'
import { fieldPairIssues } from './field-pair-issues.ts'
import { turnFix } from './issue-fixes.ts'
import { directionOf, objectIssue, type PairContext, pairContext } from './pair-context.ts'
import type { PairSides } from '../pair-sides.ts'
import { canTravel, isPushedInto, type PairNames, rivalsOf } from './pair-targets.ts'
import { isRequired } from './required-field.ts'
import { objectPairLabels } from '../words.ts'
import { attributesFor } from '../suggestions/suggested-sides.ts'

/** Fields that a create needs whatever describe says: in a person-account org Name may be left out of people only. */
const alwaysRequired: Readonly<Partial<Record<ObjectPair['object'], string>>> = { Account: 'Name' }

/** Salesforce fields that a create needs and that no working pair pushes; empty where the pair does not push. */
export function requiredFieldsUnmapped(pair: ObjectPair, sides: PairSides): SalesforceField[] {
  const context = pairContext(pair, sides)
  return unmappedFields(context, fieldPairIssues(context))
}

/** Warns of each of them: linked records still push. */
export function requiredFieldIssues(context: PairContext, issues: readonly MappingIssue[]): MappingIssue[] {
  return unmappedFields(context, issues).map((field) => {
    const { name, label } = field
    const { salesforcePlural } = objectPairLabels[context.pair.object]
    const sentence = `${label} is required to create ${salesforcePlural}. Until a working pair pushes it, new records are refused.`
    const fixes = mappingFix(context, field)
    return objectIssue(context, 'required_field_unmapped', 'warning', sentence, { field: name, fixes })
  })
}

/** Turns the pair that has the field but does not push it, else maps it; where that pair has an error, it tells its own fixes. */
function mappingFix(context: PairContext, field: SalesforceField): IssueFix[] {
  const mapped = context.pair.fields.filter((fieldPair) => fieldPair.field === field.name)
  const notPushing = mapped.filter((fieldPair) => !flows(directionOf(fieldPair, context), 'push'))
  if (mapped.length > 0) return notPushing.flatMap((fieldPair) => turnFix(context, fieldPair, 'bidirectional')).slice(0, 1)
  const label = `Map ${field.label}`
  for (const { attribute } of attributesFor(context, field)) {
    const direction = pushingDirection(context, { attribute, field: field.name })
    if (direction) return [{ kind: 'map_field', label, field: field.name, attribute, direction }]
  }
  return [{ kind: 'map_field', label, field: field.name, attribute: null, direction: 'bidirectional' }]
}

function pushingDirection(context: PairContext, names: PairNames): Direction | null {
  const alone = (way: Way) => canTravel(context, names, way) && rivalsOf(context, null, way, names).length === 0
  if (!alone('push')) return null
  return context.pulls && alone('pull') ? 'bidirectional' : 'push'
}

function unmappedFields(context: PairContext, issues: readonly MappingIssue[]): SalesforceField[] {
  if (!context.pair.enabled || !context.pushes || !context.describe) return []
  const required = context.describe.fields.filter((field) => isRequiredToCreate(field, context))
  if (required.length === 0) return []
  const stopped = new Set(issues.filter(({ stops }) => flows(stops, 'push')).map(({ pairId }) => pairId))
  const pushing = new Set(context.pair.fields.filter(({ id }) => !stopped.has(id)))
  return required.filter(({ name }) => !isPushedInto(context, name, pushing))
}

function isRequiredToCreate(field: SalesforceField, { pair }: PairContext): boolean {
  return field.name === alwaysRequired[pair.object] || isRequired(field)
}
