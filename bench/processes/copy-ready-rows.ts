// The limit to compare with: rows that are ready, copied into the tables that a pull fills, with all their indexes.
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import pg from 'pg'
import { ownUsage, processInput, tell } from '../json-process.ts'

export interface CopyInput {
  database: string
  rows: number
  tables: { table: string; columns: string; file: string }[]
}

const { database, rows, tables } = processInput<CopyInput>()
const client = new pg.Client(database)
await client.connect()
const started = performance.now()
await client.query('begin')
for (const { table, columns, file } of tables) {
  await pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
}
await client.query('commit')
const seconds = (performance.now() - started) / 1000
await client.end()
tell({ rows, seconds, ...ownUsage() })
