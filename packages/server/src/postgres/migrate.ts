import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql as raw } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { type Queryable, type Sql, identifier } from './sql/sql.ts'

/** Statements by name, in alphabetical order; a name that has run once never runs again, so what it says never changes. */
export type Migrations = Readonly<Record<string, string>>

/** Brings a schema of the kit's own up to date. Several processes may do so at once: one works, the others wait and find it done. */
export async function migrate(sql: Sql, schema: string, migrations: Migrations): Promise<void> {
  await sql.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrate ${schema}`])
    await transaction.query(`create schema if not exists ${identifier(schema)}`)
    await transaction.query(`set local search_path to ${identifier(schema)}`)
    const migrator = new Migrator({
      db: kyselyOn(transaction),
      provider: { getMigrations: async () => Object.fromEntries(Object.entries(migrations).map(asMigration)) },
      migrationTableSchema: schema,
      migrationTableName: 'migrations',
      migrationLockTableName: 'migrations_lock',
      // All of it is one transaction already.
      disableTransactions: true,
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw new Error(`The tables in schema "${schema}" could not be brought up to date.`, { cause: error })
  })
}

function asMigration([name, script]: [string, string]): [string, Migration] {
  const statements = script.split(/;\s*\n/).filter((statement) => statement.trim() !== '')
  return [
    name,
    {
      async up(db) {
        for (const statement of statements) await raw.raw(statement).execute(db)
      },
    },
  ]
}

/** Kysely on one transaction, for its Migrator. */
function kyselyOn(transaction: Queryable): Kysely<unknown> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => ({
        init: async () => undefined,
        acquireConnection: async () => ({
          executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => ({
            rows: await transaction.query<Row>(sql, parameters),
          }),
          streamQuery() {
            throw new Error('Migrations stream no rows.')
          },
        }),
        beginTransaction: async () => undefined,
        commitTransaction: async () => undefined,
        rollbackTransaction: async () => undefined,
        releaseConnection: async () => undefined,
        destroy: async () => undefined,
      }),
    },
  })
}
