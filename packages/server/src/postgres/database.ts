import { type Compilable, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { type Queryable, type Sql, identifier } from './sql/sql.ts'
import type { Tables } from './tables.ts'

/** The kit's tables in their schema: Kysely to write ordinary queries, and `Sql` to run them on. */
export interface Database {
  sql: Sql
  /** Builds queries and runs none; `rows` runs them. */
  tables: Kysely<Tables>
  /** A table's name with its schema, for SQL written by hand. */
  name: (table: string) => string
}

export function database(sql: Sql, schema: string): Database {
  const tables = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => new DummyDriver(),
    },
  })
  return { sql, tables: tables.withSchema(schema), name: (table) => `${identifier(schema)}.${identifier(table)}` }
}

/** Runs a query that Kysely built, on the database or in a transaction. */
export function rows<Row>(on: Queryable, query: Compilable<Row>): Promise<Row[]> {
  const { sql, parameters } = query.compile()
  return on.query<Row>(sql, parameters)
}

/** The first row of it, or null. */
export async function firstRow<Row>(on: Queryable, query: Compilable<Row>): Promise<Row | null> {
  return (await rows(on, query))[0] ?? null
}
