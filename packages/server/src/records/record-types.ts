import type { RecordType, RecordTypeSchema } from '@pryzm/salesforce-sdk/contract'
import { pipelineSchema } from '@pryzm/salesforce-sdk/mapping'
import type { Queryable } from '../postgres/sql/sql.ts'
import { findPipeline, readPipelines } from './pipelines.ts'
import type { RecordsDatabase } from './records-database.ts'

/** The schema of a record type in a workspace; null where there is none. */
export async function readRecordType(
  db: RecordsDatabase,
  on: Queryable,
  standardTypes: readonly RecordTypeSchema[],
  { workspace, recordType }: { workspace: string; recordType: RecordType },
): Promise<RecordTypeSchema | null> {
  const standard = standardTypes.find((schema) => schema.recordType === recordType)
  if (standard) return standard
  const pipeline = await findPipeline(db, on, workspace, recordType.replace(/^pipeline:/, ''))
  return pipeline && pipelineSchema(pipeline)
}

/** Every record type of a workspace: organizations, people, then its pipelines. */
export async function readRecordTypes(
  db: RecordsDatabase,
  standardTypes: readonly RecordTypeSchema[],
  workspace: string,
): Promise<RecordTypeSchema[]> {
  return [...standardTypes, ...(await readPipelines(db, workspace)).map(pipelineSchema)]
}
