import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { Way } from '../effective-direction.ts'
import type { Convertibility } from './type-cells.ts'
import { objectOf, objectPairLabels } from '../words.ts'

/** Why a lookup does not go with an attribute, by what the two point at; null where it does, or where it is read as text. */
export function referenceConvertibility(attribute: Attribute, field: SalesforceField, way: Way): Convertibility | null {
  if (attribute.type === 'user') return userConvertibility(field, way)
  if (attribute.type !== 'relation') return null
  const target = attribute.relatedRecordType ? objectOf(attribute.relatedRecordType) : null
  if (target === null) return no(`${attribute.label} does not say which records it points at.`)
  if (pointsOnlyAt(target, field)) return null
  const { pryzmPlural, salesforcePlural } = objectPairLabels[target]
  return no(`${attribute.label} points at ${pryzmPlural} (${salesforcePlural}), but ${field.label} points at ${targets(field)}.`)
}

function userConvertibility(field: SalesforceField, way: Way): Convertibility | null {
  if (!pointsOnlyAt('User', field)) return no(`${field.label} does not point at users alone, but at ${targets(field)}.`)
  return way === 'pull' && field.relationshipName === null
    ? no(`Salesforce does not let us read the email address of the user in ${field.label}.`)
    : null
}

function pointsOnlyAt(target: string, { referenceTo }: SalesforceField): boolean {
  return referenceTo.length === 1 && referenceTo[0] === target
}

function targets({ referenceTo }: SalesforceField): string {
  return referenceTo.length === 0 ? 'nothing we know' : referenceTo.join(', ')
}

function no(sentence: string): Convertibility {
  return { level: 'no', sentence }
}
