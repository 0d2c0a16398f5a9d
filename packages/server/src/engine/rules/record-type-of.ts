import type { ObjectPair, RecordType } from '@pryzm/salesforce-sdk/contract'

/** The Pryzm side of an object pair; null for Opportunity while no pipeline is chosen. */
export function recordTypeOf(pair: Pick<ObjectPair, 'object' | 'pipelineId'>): RecordType | null {
  if (pair.object === 'Account') return 'organization'
  if (pair.object === 'Contact') return 'person'
  return pair.pipelineId === null ? null : `pipeline:${pair.pipelineId}`
}
