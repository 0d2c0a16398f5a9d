import { PGlite } from '@electric-sql/pglite'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseOption } from '@pryzm/salesforce-server/records'
import { ConfigError, type DemoConfig } from '../config.ts'

export interface OpenDatabase {
  database: DatabaseOption
  close: () => Promise<void>
}

/** Opens the database that the kit and the records share: Postgres where it is named, else a PGlite in the data folder. */
export async function openDatabase({ databaseUrl, dataFolder }: DemoConfig): Promise<OpenDatabase> {
  if (!databaseUrl) {
    const lite = await PGlite.create(join(dataFolder, 'database'))
    return { database: lite, close: () => lite.close() }
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new ConfigError(
      `The Postgres of DATABASE_URL could not be reached: ${(error as Error).message}. Start it, or correct the URL.`,
    )
  }
  return { database: pool, close: () => pool.end() }
}
