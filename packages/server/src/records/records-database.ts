import type { RecordsTransaction } from '../engine/ports/index.ts'
import { identifier, type Queryable, type Sql } from '../postgres/sql/sql.ts'

/** The reference records' tables in their schema. */
export interface RecordsDatabase {
  sql: Sql
  /** A table's name with its schema. */
  name: (table: string) => string
  /** Where to ask: the given transaction, else the database. */
  on: (transaction?: RecordsTransaction) => Queryable
}

export function recordsDatabase(sql: Sql, schema: string): RecordsDatabase {
  return {
    sql,
    name: (table) => `${identifier(schema)}.${identifier(table)}`,
    on: (transaction) => transaction ?? sql,
  }
}
