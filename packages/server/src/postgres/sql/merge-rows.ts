import { type CopyCell, copyText } from './copy-text.ts'
import { identifier, type Queryable } from './sql.ts'

export interface Merge<Row> {
  /** Name with its schema, quoted. */
  table: string
  columns: readonly string[]
  /** The columns of the primary key, by which a row that exists is found and replaced. */
  key: readonly string[]
  rows: Iterable<Row>
  cells: (row: Row) => readonly CopyCell[]
}

/** Inserts rows or replaces those that exist, many at a time: COPY into a temporary table, then one statement. No key twice. */
export async function mergeRows<Row>(on: Queryable, { table, columns, key, rows, cells }: Merge<Row>): Promise<void> {
  const stage = identifier(`stage of ${table.replaceAll('"', '')}`)
  const list = columns.map(identifier).join(', ')
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${identifier(column)} = excluded.${identifier(column)}`)
  await on.query(`create temporary table if not exists ${stage} (like ${table}) on commit delete rows`)
  await on.copy(`copy ${stage} (${list}) from stdin`, copyText(rows, cells))
  await on.query(
    `insert into ${table} (${list}) select ${list} from ${stage}
     on conflict (${key.map(identifier).join(', ')}) do update set ${changes.join(', ')}`,
  )
  await on.query(`truncate ${stage}`)
}
