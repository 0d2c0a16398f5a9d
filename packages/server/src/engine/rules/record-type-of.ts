import type { ObjectPair, RecordType } from '@pryzm/salesforce-sdk/contract'

/** The Pryzm side of an object pair; null for Opportunity while no pipeline is chosen. */
export function recordTypeOf(pair: Pick<ObjectPair, 'object' | 'pipelineId'>): RecordType | null {
  if (pair.object === 'Account') return 'organization'
  if (pair.object === 'Contact') return 'person'
  return pair.pipelineId === null ? null : `pipeline:${pair.pipelineId}`
}

/** Id of the pipeline whose entities the record type names; null for organization and person. */
export function pipelineIdOf(recordType: RecordType): string | null {
  return recordType.startsWith('pipeline:') ? recordType.slice('pipeline:'.length) : null
}
