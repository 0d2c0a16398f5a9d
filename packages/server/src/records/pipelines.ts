import { randomUUID } from 'node:crypto'
import { type Pipeline, type PipelineStage, SyncError } from '@pryzm/salesforce-sdk/contract'
import type { Queryable } from '../postgres/sql/sql.ts'
import { isUniqueViolation } from '../postgres/sql/unique-violation.ts'
import type { RecordsDatabase } from './records-database.ts'

interface PipelineRow {
  id: string
  name: string
  stages: PipelineStage[]
  record_count: number
}

/** The pipelines of a workspace, oldest first, with the number of records in each. */
export function readPipelines({ sql, name }: RecordsDatabase, workspace: string): Promise<Pipeline[]> {
  const counted = `(select count(*) from ${name('records')} r where r.workspace = p.workspace and r.record_type = 'pipeline:' || p.id)`
  return sql
    .query<PipelineRow>(
      `select p.id, p.name, p.stages, ${counted} as record_count from ${name('pipelines')} p where p.workspace = $1 order by p.created_at, p.id`,
      [workspace],
    )
    .then((rows) => rows.map(({ record_count: recordCount, ...pipeline }) => ({ ...pipeline, recordCount })))
}

/** One pipeline without its number of records; null where there is none of that id. */
export async function findPipeline(
  { name }: RecordsDatabase,
  on: Queryable,
  workspace: string,
  id: string,
): Promise<Omit<Pipeline, 'recordCount'> | null> {
  const rows = await on.query<Omit<Pipeline, 'recordCount'>>(
    `select id, name, stages from ${name('pipelines')} where workspace = $1 and id::text = $2`,
    [workspace, id],
  )
  return rows[0] ?? null
}

/** Adds a pipeline; its stages get ids made from their labels. Rejects with `name_taken`. */
export async function addPipeline(
  { sql, name: table }: RecordsDatabase,
  workspace: string,
  { name, stages }: { name: string; stages: readonly Omit<PipelineStage, 'id'>[] },
): Promise<Pipeline> {
  const pipeline: Pipeline = { id: randomUUID(), name, stages: withIds(stages), recordCount: 0 }
  try {
    await sql.query(`insert into ${table('pipelines')} (id, workspace, name, stages) values ($1, $2, $3, $4)`, [
      pipeline.id,
      workspace,
      name,
      JSON.stringify(pipeline.stages),
    ])
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new SyncError('name_taken', `A pipeline called ${name} already exists. Choose another name.`, { cause: error })
  }
  return pipeline
}

function withIds(stages: readonly Omit<PipelineStage, 'id'>[]): PipelineStage[] {
  const taken = new Set<string>()
  return stages.map((stage) => {
    const word =
      stage.label
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '_')
        .replace(/^_+|_+$/g, '') || 'stage'
    let id = word
    for (let count = 2; taken.has(id); count++) id = `${word}_${count}`
    taken.add(id)
    return { id, ...stage }
  })
}
