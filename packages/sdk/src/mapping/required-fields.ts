import type { MappingIssue, ObjectPair } from '../contract/mapping.ts'
import type { SalesforceField } from '../contract/schema.ts'
import { flows } from './effective-direction.ts'
import { fieldPairIssues } from './field-pair-issues.ts'
import { directionOf, objectIssue, type PairContext, pairContext } from './pair-context.ts'
import type { PairSides } from './pair-sides.ts'
import { isRequired } from './required-field.ts'

/** Fields that a create needs whatever describe says: in a person-account org Name may be left out of people only. */
const alwaysRequired: Readonly<Partial<Record<ObjectPair['object'], string>>> = { Account: 'Name' }

/** Salesforce fields that a create needs and that no working pair pushes; empty where the pair does not push. */
export function requiredFieldsUnmapped(pair: ObjectPair, sides: PairSides): SalesforceField[] {
  const context = pairContext(pair, sides)
  return unmappedFields(context, fieldPairIssues(context))
}

/** Warns of each of them: linked records still push. */
export function requiredFieldIssues(context: PairContext, issues: readonly MappingIssue[]): MappingIssue[] {
  return unmappedFields(context, issues).map(({ name, label }) => {
    const sentence = `Salesforce requires ${label} to create a record, and no pair pushes it. New records will be refused.`
    const fixes = [{ kind: 'map_field' as const, label: `Map ${label}`, field: name }]
    return objectIssue(context, 'required_field_unmapped', 'warning', sentence, { field: name, fixes })
  })
}

function unmappedFields(context: PairContext, issues: readonly MappingIssue[]): SalesforceField[] {
  if (!context.pair.enabled || !context.pushes || !context.describe) return []
  const stopped = new Set(issues.filter(({ stops }) => flows(stops, 'push')).map(({ pairId }) => pairId))
  const pushed = new Set(
    context.pair.fields
      .filter((fieldPair) => flows(directionOf(fieldPair, context), 'push') && !stopped.has(fieldPair.id))
      .map(({ field }) => field),
  )
  return context.describe.fields.filter((field) => isRequiredToCreate(field, context) && !pushed.has(field.name))
}

function isRequiredToCreate(field: SalesforceField, { pair }: PairContext): boolean {
  return field.name === alwaysRequired[pair.object] || isRequired(field)
}
