import type { FieldPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { Direction } from '../../contract/shared.ts'

/** A field pair with both of its sides and the direction in force. */
export interface KnownPair {
  fieldPair: FieldPair
  attribute: Attribute
  field: SalesforceField
  direction: Direction | null
}
