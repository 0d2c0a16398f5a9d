import type { ObjectPair, RecordTypeSchema } from '@pryzm/salesforce-sdk/contract'
import type { Ports } from './ports/index.ts'
import { recordTypeOf } from './rules/record-type-of.ts'

/** Pryzm's side of an object pair; null for Opportunity until a pipeline that exists is chosen. */
export async function readRecordType(
  { records }: Pick<Ports, 'records'>,
  workspace: string,
  pair: Pick<ObjectPair, 'object' | 'pipelineId'>,
): Promise<RecordTypeSchema | null> {
  const type = recordTypeOf(pair)
  return type === null ? null : records.schema(workspace, type)
}
