import type { AttributeType, SalesforceType } from '../../contract/schema.ts'
import type { Way } from '../effective-direction.ts'
import { pullCells } from './pull-cells.ts'
import { pushCells } from './push-cells.ts'
import type { Convertibility } from './type-cells.ts'
import { refusal } from './type-refusal.ts'

/** How well values of a Salesforce type and an attribute type travel one way, whatever the fields' own limits. */
export function convertibility(salesforceType: SalesforceType, attributeType: AttributeType, way: Way): Convertibility {
  const cell = (way === 'pull' ? pullCells : pushCells)[salesforceType][attributeType]
  return cell ?? { level: 'no', sentence: refusal(salesforceType, attributeType, way) }
}
