import type { AttributeValue, RecordType } from '@pryzm/salesforce-sdk/contract'
import type { RecordWrite, RecordWriteOutcome } from '../engine/ports/index.ts'
import { copyText } from '../postgres/sql/copy-text.ts'
import type { Queryable } from '../postgres/sql/sql.ts'
import type { RecordsDatabase } from './records-database.ts'

/**
 * Writes rows that passed their checks, in a number of statements that does not grow with them: new records by COPY, changed
 * ones staged by COPY and merged. Returns one outcome a row, in order.
 */
export async function writeRecords(
  db: RecordsDatabase,
  on: Queryable,
  scope: { workspace: string; recordType: RecordType },
  rows: readonly RecordWrite[],
): Promise<RecordWriteOutcome[]> {
  const known = await existing(db, on, scope, rows)
  const creates = firstOfEach(rows.filter(({ id, kind }) => kind === 'create' && !known.has(id)))
  const updates = rows.filter(({ id }) => known.has(id))
  await insert(db, on, scope, creates)
  const changed = await merge(db, on, updates)
  const created = new Set(creates)
  return rows.map((row) => {
    if (created.has(row)) return { outcome: 'created', revision: '1' }
    const revision = changed.get(row.id)
    if (revision !== undefined) return { outcome: 'updated', revision }
    const before = known.get(row.id)
    if (before !== undefined) return { outcome: 'unchanged', revision: before }
    // A create of an id that stands earlier in the same rows.
    return row.kind === 'create' ? { outcome: 'unchanged', revision: '1' } : { outcome: 'missing' }
  })
}

/** Ids as one parameter, because a long array costs the client dear. */
const givenIds = `unnest(string_to_array($1, ',')::uuid[]) as given(id)`

async function existing(
  { name }: RecordsDatabase,
  on: Queryable,
  { workspace, recordType }: { workspace: string; recordType: RecordType },
  rows: readonly RecordWrite[],
): Promise<Map<string, string>> {
  // LATERAL keeps the planner on the primary key, also when the table was empty as the plan was made.
  const found = await on.query<{ id: string; revision: number }>(
    `select found.id, found.revision from ${givenIds}, lateral (
       select r.id, r.revision from ${name('records')} r where r.id = given.id and r.workspace = $2 and r.record_type = $3 limit 1
     ) found`,
    [rows.map(({ id }) => id).join(','), workspace, recordType],
  )
  return new Map(found.map(({ id, revision }) => [id, String(revision)]))
}

function firstOfEach(rows: readonly RecordWrite[]): RecordWrite[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

async function insert(
  { name }: RecordsDatabase,
  on: Queryable,
  { workspace, recordType }: { workspace: string; recordType: RecordType },
  rows: readonly RecordWrite[],
): Promise<void> {
  if (rows.length === 0) return
  const cells = ({ id, values }: RecordWrite) => [id, workspace, recordType, JSON.stringify(withoutBlanks(values))]
  await on.copy(`copy ${name('records')} (id, workspace, record_type, attributes) from stdin`, copyText(rows, cells))
}

async function merge({ name }: RecordsDatabase, on: Queryable, rows: readonly RecordWrite[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  await on.query(
    'create temporary table if not exists staged_records (no integer, id uuid, attributes jsonb, cleared text[]) on commit drop',
  )
  await on.query('truncate staged_records')
  let no = 0
  const cells = ({ id, values }: RecordWrite) => [no++, id, JSON.stringify(withoutBlanks(values)), textArray(clearedBy(values))]
  await on.copy('copy staged_records from stdin', copyText(rows, cells))
  const changed = await on.query<{ id: string; revision: number }>(
    `with last as (select distinct on (id) * from staged_records order by id, no desc),
          wanted as (
            select last.id, (r.attributes || last.attributes) - last.cleared as attributes
            from last, lateral (select attributes from ${name('records')} r where r.id = last.id limit 1) r
          )
     update ${name('records')} r set attributes = wanted.attributes, revision = r.revision + 1, updated_at = now()
     from wanted where r.id = wanted.id and r.attributes <> wanted.attributes
     returning r.id, r.revision`,
  )
  return new Map(changed.map(({ id, revision }) => [id, String(revision)]))
}

function withoutBlanks(values: RecordWrite['values']): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

function clearedBy(values: RecordWrite['values']): string[] {
  return Object.entries(values).flatMap(([name, value]) => (value === null ? [name] : []))
}

/** A text[] as Postgres reads it. */
function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}
