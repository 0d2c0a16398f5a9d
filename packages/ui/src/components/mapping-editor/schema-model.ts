import type { Attribute, PairSchema, SalesforceField } from '@pryzm/salesforce-sdk'
import { type FieldIndex, indexFields } from './field-index.ts'
import type { MappingRules } from './later.tsx'

/** Both sides of an object pair, ready to be looked up by name. */
export interface SchemaModel {
  readonly pair: PairSchema
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly fields: ReadonlyMap<string, SalesforceField>
  readonly index: FieldIndex
  /** What decides about pairs of the two sides. */
  readonly rules: MappingRules
}

export function modelSchema(pair: PairSchema, rules: MappingRules): SchemaModel {
  const { describe, recordType } = pair
  return {
    pair,
    attributes: new Map(recordType?.attributes.map((attribute) => [attribute.name, attribute])),
    fields: new Map(describe?.fields.map((field) => [field.name, field])),
    index: describe ? indexFields(describe) : [],
    rules,
  }
}
