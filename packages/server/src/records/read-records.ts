import type { AttributeValue, RecordType } from '@pryzm/salesforce-sdk/contract'
import type { PryzmRecord } from '../engine/ports/index.ts'
import type { Queryable } from '../postgres/sql/sql.ts'
import { isUuid } from '../postgres/uuid.ts'
import type { RecordsDatabase } from './records-database.ts'

interface RecordRow {
  id: string
  name: string
  attributes: Record<string, AttributeValue>
  revision: number
}

/** Makes the path of a record's page in the host's app. */
export type RecordUrl = (recordType: RecordType, id: string) => string | null

interface Scope {
  workspace: string
  recordType: RecordType
}

const LARGEST_SEARCH = 20

/** Records in the order of the ids asked; null for those that do not exist. */
export async function readRecords(
  { name }: RecordsDatabase,
  on: Queryable,
  { workspace, recordType }: Scope,
  ids: readonly string[],
  recordUrl: RecordUrl,
): Promise<(PryzmRecord | null)[]> {
  const rows = await on.query<RecordRow>(
    `select id, name, attributes, revision from ${name('records')}
     where id = any(string_to_array($1, ',')::uuid[]) and workspace = $2 and record_type = $3`,
    [ids.filter(isUuid).join(','), workspace, recordType],
  )
  const byId = new Map(rows.map((row) => [row.id, asRecord(row, recordType, recordUrl)]))
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null)
}

/** Revisions in the order of the ids asked; null for records that do not exist. */
export async function readRevisions(
  { name }: RecordsDatabase,
  on: Queryable,
  { workspace, recordType }: Scope,
  ids: readonly string[],
): Promise<(string | null)[]> {
  const rows = await on.query<{ id: string; revision: number }>(
    `select found.id, found.revision from unnest(string_to_array($1, ',')) as asked (id)
     cross join lateral (
       select id, revision from ${name('records')} where workspace = $2 and record_type = $3 and id = asked.id::uuid limit 1
     ) found`,
    [ids.filter(isUuid).join(','), workspace, recordType],
  )
  const byId = new Map(rows.map(({ id, revision }) => [id, String(revision)]))
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null)
}

/** Records whose name holds the text, in order of name; those changed last where there is no text. */
export async function searchRecords(
  { name, sql }: RecordsDatabase,
  { workspace, recordType }: Scope,
  text: string,
  recordUrl: RecordUrl,
): Promise<PryzmRecord[]> {
  const rows = await sql.query<RecordRow>(
    `select id, name, attributes, revision from ${name('records')}
     where workspace = $1 and record_type = $2 and name ilike $3
     order by ${text === '' ? 'updated_at desc' : 'name'}, id limit ${LARGEST_SEARCH}`,
    [workspace, recordType, likePattern(text)],
  )
  return rows.map((row) => asRecord(row, recordType, recordUrl))
}

export interface RecordPage {
  items: PryzmRecord[]
  total: number
}

/** One page of a record type's list in order of name; pages count from 1. */
export async function listRecords(
  { name, sql }: RecordsDatabase,
  { workspace, recordType }: Scope,
  { search, page, size }: { search: string; page: number; size: number },
  recordUrl: RecordUrl,
): Promise<RecordPage> {
  const where = 'workspace = $1 and record_type = $2 and name ilike $3'
  const parameters = [workspace, recordType, likePattern(search)]
  const [counted] = await sql.query<{ total: number }>(
    `select count(*) as total from ${name('records')} where ${where}`,
    parameters,
  )
  const rows = await sql.query<RecordRow>(
    `select id, name, attributes, revision from ${name('records')} where ${where} order by name, id limit $4 offset $5`,
    [...parameters, size, (page - 1) * size],
  )
  return { items: rows.map((row) => asRecord(row, recordType, recordUrl)), total: counted?.total ?? 0 }
}

function asRecord({ id, name, attributes, revision }: RecordRow, recordType: RecordType, recordUrl: RecordUrl): PryzmRecord {
  return { id, name, values: attributes, revision: String(revision), url: recordUrl(recordType, id) }
}

function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
