// The limit of the embedded database: rows that a pull left in one folder, copied into the same tables of an empty one.
import { PGlite } from '@electric-sql/pglite'
import { startBenchServer } from '../bench-server.ts'
import { columnsOf, filledTables } from '../filled-tables.ts'
import { ownUsage, processInput, tell } from '../json-process.ts'

export interface CopyEmbeddedInput {
  /** Folder of a database that a pull has filled. */
  filled: string
  /** Folder for another one. */
  empty: string
  orgUrl: string
  rows: number
}

const { filled, empty, orgUrl, rows } = processInput<CopyEmbeddedInput>()
const ready = await readyRows(filled)
const lite = await PGlite.create(empty)
await (await startBenchServer(lite, orgUrl)).close()
const started = performance.now()
await lite.transaction(async (transaction) => {
  for (const { target, blob } of ready) await transaction.query(`copy ${target} from '/dev/blob'`, [], { blob })
})
const seconds = (performance.now() - started) / 1000
await lite.close()
tell({ rows, seconds, ...ownUsage() })

async function readyRows(folder: string): Promise<{ target: string; blob: Blob }[]> {
  const from = await PGlite.create(folder)
  const found: { target: string; blob: Blob }[] = []
  for (const table of filledTables) {
    const target = `${table} (${await columnsOf(from, table)})`
    const { blob } = await from.query(`copy ${target} to '/dev/blob'`)
    if (!blob) throw new Error(`PGlite copied nothing out of ${table}.`)
    found.push({ target, blob })
  }
  await from.close()
  return found
}
