import type { RecordType, RecordTypeSchema } from '@pryzm/salesforce-sdk/contract'
import { defaultSchema } from '@pryzm/salesforce-sdk/mapping'
import type { Records, RecordWriteOutcome } from '../engine/ports/index.ts'
import { migrate } from '../postgres/migrate.ts'
import { type DatabaseOption, openSql } from '../postgres/sql/open-sql.ts'
import type { Queryable } from '../postgres/sql/sql.ts'
import { isUuid } from '../postgres/uuid.ts'
import { addPipeline, readPipelines } from './pipelines.ts'
import { listRecords, readRecords, readRevisions, type RecordPage, type RecordUrl, searchRecords } from './read-records.ts'
import { rowCheck } from './record-checks.ts'
import { readRecordType, readRecordTypes } from './record-types.ts'
import { recordsDatabase } from './records-database.ts'
import { recordsTables } from './tables.ts'
import { findUsers, listUsers, putUsers, type WorkspaceUser } from './workspace-users.ts'
import { writeRecords } from './write-records.ts'

export interface PostgresRecordsOptions {
  /** Give the server the same one, and a pull writes records, links and results in one transaction. */
  database: DatabaseOption
  /** The schema that holds the records and nothing else. */
  schema?: string
  /** Attributes of organizations and people; Pryzm's own unless told. */
  recordTypes?: readonly RecordTypeSchema[]
  recordUrl?: RecordUrl
}

/** The reference records: what the port asks, and what an app that lists and edits records needs besides. */
export interface PostgresRecords extends Records {
  recordTypes(workspace: string): Promise<RecordTypeSchema[]>
  list(workspace: string, recordType: RecordType, query: { search: string; page: number; size: number }): Promise<RecordPage>
  remove(workspace: string, recordType: RecordType, id: string): Promise<void>
  putUsers(workspace: string, users: readonly WorkspaceUser[]): Promise<void>
  listUsers(workspace: string): Promise<WorkspaceUser[]>
  close(): Promise<void>
}

/**
 * Pryzm's records in Postgres: the implementation of the `Records` port that the demo uses and that hosts may start from.
 *
 * @example
 * const records = await createPostgresRecords({ database: process.env.DATABASE_URL })
 */
export async function createPostgresRecords({
  database,
  schema = 'pryzm',
  recordTypes = defaultSchema(),
  recordUrl = () => null,
}: PostgresRecordsOptions): Promise<PostgresRecords> {
  const { sql } = await openSql(database)
  await migrate(sql, schema, { '001-records': recordsTables })
  const db = recordsDatabase(sql, schema)

  return {
    schema: (workspace, recordType) => readRecordType(db, sql, recordTypes, { workspace, recordType }),
    recordTypes: (workspace) => readRecordTypes(db, recordTypes, workspace),
    pipelines: (workspace) => readPipelines(db, workspace),
    createPipeline: (workspace, pipeline) => addPipeline(db, workspace, pipeline),
    read: (workspace, recordType, ids, transaction) =>
      readRecords(db, db.on(transaction), { workspace, recordType }, ids, recordUrl),
    revisions: (workspace, recordType, ids, transaction) => readRevisions(db, db.on(transaction), { workspace, recordType }, ids),
    search: (workspace, recordType, text) => searchRecords(db, { workspace, recordType }, text, recordUrl),
    list: (workspace, recordType, query) => listRecords(db, { workspace, recordType }, query, recordUrl),
    users: (workspace, by, transaction) => findUsers(db, db.on(transaction), workspace, by),
    async write(workspace, recordType, rows, { transaction }) {
      const recordTypeSchema = await readRecordType(db, db.on(transaction), recordTypes, { workspace, recordType })
      if (!recordTypeSchema) return rows.map(() => ({ outcome: 'missing' }))
      const scope = { workspace, recordType, attributes: recordTypeSchema.attributes }
      const rejections = rows.map(rowCheck(recordTypeSchema))
      const allowed = rows.filter((_row, index) => rejections[index] === null)
      const write = (on: Queryable) => writeRecords(db, on, scope, allowed)
      const written = (transaction ? await write(transaction) : await sql.transaction(write)).values()
      return rejections.map((rejection): RecordWriteOutcome => rejection ?? next(written))
    },
    async remove(workspace, recordType, id) {
      if (!isUuid(id)) return
      await sql.query(`delete from ${db.name('records')} where id = $1 and workspace = $2 and record_type = $3`, [
        id,
        workspace,
        recordType,
      ])
    },
    putUsers: (workspace, users) => putUsers(db, workspace, users),
    listUsers: (workspace) => listUsers(db, workspace),
    close: () => sql.close(),
  }
}

function next(outcomes: Iterator<RecordWriteOutcome>): RecordWriteOutcome {
  const { value, done } = outcomes.next()
  if (done) throw new Error('Fewer outcomes came back than rows were written.')
  return value
}
