import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import type { ObjectWords } from '../../object-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

/** What Pryzm calls the records of an object here, in the plural: the host's own name where the schema tells it. */
export function objectLabel(
  object: SalesforceObject,
  { schemas }: Pick<MappingEditorModel, 'schemas'>,
  words: ObjectWords,
): string {
  const schema = schemas[object]
  const recordType = schema.status === 'ready' ? schema.model.pair.recordType : null
  if (recordType) return recordType.labelPlural
  return words[object][object === 'Opportunity' ? 'salesforce' : 'pryzm']
}
