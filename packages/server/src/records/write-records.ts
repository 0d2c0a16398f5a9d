import type { Attribute, AttributeValue, RecordType } from '@pryzm/salesforce-sdk/contract'
import { sameValue } from '@pryzm/salesforce-sdk/mapping'
import type { RecordWrite, RecordWriteOutcome } from '../engine/ports/index.ts'
import { copyText } from '../postgres/sql/copy-text.ts'
import { mergeRows } from '../postgres/sql/merge-rows.ts'
import { unlessTaken } from '../postgres/sql/savepoint.ts'
import type { Queryable } from '../postgres/sql/sql.ts'
import { recordName } from './record-name.ts'
import type { RecordsDatabase } from './records-database.ts'

type Attributes = Record<string, AttributeValue>

interface RecordScope {
  workspace: string
  recordType: RecordType
  attributes: readonly Attribute[]
}

interface StoredRecord {
  id: string
  attributes: Attributes
  revision: number
}

const created: RecordWriteOutcome = { outcome: 'created', revision: '1' }

/**
 * Writes rows that passed their checks, in a number of statements that does not grow with them: new records by COPY, changed
 * ones by merging. Returns one outcome a row, in order.
 */
export async function writeRecords(
  db: RecordsDatabase,
  transaction: Queryable,
  scope: RecordScope,
  rows: readonly RecordWrite[],
): Promise<RecordWriteOutcome[]> {
  const outcomes = new Map<RecordWrite, RecordWriteOutcome>()
  for (const round of rounds(rows)) {
    const creates = round.filter(({ kind }) => kind === 'create')
    const added = await insertNew(db, transaction, scope, creates)
    for (const row of added) outcomes.set(row, created)
    const others = added.size === round.length ? [] : round.filter((row) => !added.has(row))
    for (const [row, outcome] of await update(db, transaction, scope, others)) outcomes.set(row, outcome)
  }
  return rows.map((row) => outcomes.get(row) ?? { outcome: 'missing' })
}

/** Rows in as many rounds as the most frequent id comes up, so that each round has it once; one round as a rule. */
function rounds(rows: readonly RecordWrite[]): (readonly RecordWrite[])[] {
  if (new Set(rows.map(({ id }) => id)).size === rows.length) return [rows]
  const found: RecordWrite[][] = []
  const times = new Map<string, number>()
  for (const row of rows) {
    const time = times.get(row.id) ?? 0
    times.set(row.id, time + 1)
    ;(found[time] ??= []).push(row)
  }
  return found
}

/** Adds the records that do not exist yet; returns those. That all are new is tried first, because it is so as a rule. */
async function insertNew(
  db: RecordsDatabase,
  transaction: Queryable,
  scope: RecordScope,
  rows: readonly RecordWrite[],
): Promise<ReadonlySet<RecordWrite>> {
  if (rows.length === 0 || (await unlessTaken(transaction, () => insert(db, transaction, scope, rows)))) return new Set(rows)
  const existing = await readStored(db, transaction, scope, rows)
  const fresh = rows.filter(({ id }) => !existing.has(id))
  await insert(db, transaction, scope, fresh)
  return new Set(fresh)
}

async function insert(
  { name }: RecordsDatabase,
  transaction: Queryable,
  { workspace, recordType }: RecordScope,
  rows: readonly RecordWrite[],
): Promise<void> {
  await transaction.copy(
    `copy ${name('records')} (workspace, record_type, id, name, attributes) from stdin`,
    copyText(rows, ({ id, values }) => [workspace, recordType, id, recordName(values), JSON.stringify(withoutBlanks(values))]),
  )
}

/** Sets the values of records that exist; those that do not are left out of the answer. */
async function update(
  db: RecordsDatabase,
  transaction: Queryable,
  scope: RecordScope,
  rows: readonly RecordWrite[],
): Promise<[RecordWrite, RecordWriteOutcome][]> {
  if (rows.length === 0) return []
  const stored = await readStored(db, transaction, scope, rows)
  const outcomes: [RecordWrite, RecordWriteOutcome][] = []
  const changed: StoredRecord[] = []
  const types = new Map(scope.attributes.map(({ name, type }) => [name, type]))
  for (const row of rows) {
    const before = stored.get(row.id)
    if (!before) continue
    const changes = changedValues(before.attributes, row.values, types)
    if (changes !== null) {
      const after = {
        id: row.id,
        attributes: withoutBlanks({ ...before.attributes, ...changes }),
        revision: before.revision + 1,
      }
      changed.push(after)
      outcomes.push([row, { outcome: 'updated', revision: String(after.revision), changed: Object.keys(changes) }])
    } else outcomes.push([row, { outcome: 'unchanged', revision: String(before.revision) }])
  }
  const updatedAt = new Date().toISOString()
  if (changed.length > 0)
    await mergeRows(transaction, {
      table: db.name('records'),
      columns: ['workspace', 'record_type', 'id', 'name', 'attributes', 'revision', 'updated_at'],
      key: ['workspace', 'record_type', 'id'],
      rows: changed,
      cells: ({ id, attributes, revision }) => [
        scope.workspace,
        scope.recordType,
        id,
        recordName(attributes),
        JSON.stringify(attributes),
        revision,
        updatedAt,
      ],
    })
  return outcomes
}

/** The records of these rows as they stand, by id, held until the transaction ends. */
async function readStored(
  { name }: RecordsDatabase,
  transaction: Queryable,
  { workspace, recordType }: RecordScope,
  rows: readonly RecordWrite[],
): Promise<Map<string, StoredRecord>> {
  // LATERAL keeps the planner on the primary key, also when the table was empty as the plan was made.
  const found = await transaction.query<StoredRecord>(
    `select found.* from unnest(string_to_array($1, ',')) as asked (id)
     cross join lateral (
       select id, attributes, revision from ${name('records')}
       where workspace = $2 and record_type = $3 and id = asked.id::uuid limit 1 for update
     ) found`,
    [rows.map(({ id }) => id).join(','), workspace, recordType],
  )
  return new Map(found.map((record) => [record.id, record]))
}

/** The values that say something else than those before; null where there are none. */
function changedValues(
  before: Attributes,
  values: RecordWrite['values'],
  types: ReadonlyMap<string, Attribute['type']>,
): Attributes | null {
  let changes: Attributes | null = null
  for (const name in values) {
    const [value, held] = [values[name] ?? null, before[name] ?? null]
    if (JSON.stringify(value) === JSON.stringify(held)) continue
    if (sameValue(types.get(name) ?? 'text', value, held)) continue
    changes ??= {}
    changes[name] = value
  }
  return changes
}

function withoutBlanks(values: RecordWrite['values']): Attributes {
  const present: Attributes = {}
  for (const name in values) if (values[name] !== null && values[name] !== undefined) present[name] = values[name]
  return present
}
