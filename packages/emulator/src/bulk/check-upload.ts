import type { CsvDialect } from '../wire/csv-dialect.ts'
import { CsvError, readCsv } from '../wire/read-csv.ts'
import { inSlices } from './in-slices.ts'

/** Reads an upload from end to end before anything is written. Gives its header; throws what a failed job says of it. */
export async function checkUpload(content: string, dialect: CsvDialect, signal: AbortSignal): Promise<readonly string[]> {
  let header: readonly string[] | undefined
  let row = 0
  try {
    await inSlices(readCsv(content, dialect), signal, (cells) => {
      header ??= cells
      if (cells.length !== header.length) throw new CsvError(wrongLength(row, cells.length, header.length))
      row++
    })
  } catch (error) {
    throw error instanceof CsvError ? new Error(`ClientInputError : ${error.message}`, { cause: error }) : error
  }
  if (!header) throw new Error('ClientInputError : The uploaded data has no header row')
  return header
}

function wrongLength(row: number, cells: number, columns: number): string {
  return `Row ${row} has ${cells} ${cells === 1 ? 'value' : 'values'}, but the header has ${columns}`
}
