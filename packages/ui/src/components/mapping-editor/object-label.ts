import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import { objectPairLabels } from '@pryzm/salesforce-sdk/mapping'
import type { MappingEditorModel } from './use-mapping-editor.ts'

/** What Pryzm calls the records of an object here, in the plural: the host's own name where the schema tells it. */
export function objectLabel(object: SalesforceObject, { schemas }: Pick<MappingEditorModel, 'schemas'>): string {
  const schema = schemas[object]
  const recordType = schema.status === 'ready' ? schema.model.pair.recordType : null
  if (recordType) return recordType.labelPlural
  const { pryzmPlural, salesforcePlural } = objectPairLabels[object]
  return object === 'Opportunity' ? salesforcePlural : pryzmPlural
}
